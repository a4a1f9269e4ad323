package com.nineminds.temporal.rehearsal.view;

import com.nineminds.temporal.operator.health.ContainerView;
import com.nineminds.temporal.operator.health.PodView;

/** One pod of the tree: its name and how it is. */
record PodLine(String name, String how) {
    static PodLine of(PodView pod) {
        return new PodLine(pod.name(), how(pod));
    }

    private static String how(PodView pod) {
        if (pod.terminating()) {
            return "terminating";
        }
        String trouble = pod.containers().stream()
                .filter(container -> !container.ready())
                .flatMap(container -> trouble(container).stream())
                .findFirst()
                .orElse("");
        if (!trouble.isEmpty()) {
            return trouble;
        }
        return pod.readySince().isPresent() ? "ready" : "starting";
    }

    private static java.util.Optional<String> trouble(ContainerView container) {
        return container
                .waiting()
                .filter(reason -> !reason.equals("ContainerCreating") && !reason.equals("PodInitializing"))
                .or(() -> container.ended().map(exit -> "ended, " + exit.text()))
                .map(text -> container.restarts() > 0 ? text + ", " + container.restarts() + " restarts" : text);
    }
}
