package com.nineminds.temporal.cluster.node;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerStatus;
import io.fabric8.kubernetes.api.model.PodSpec;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The statuses of a pod's containers, in the order of its spec.
 *
 * @param sidecars names of init containers that run beside the others (restartPolicy Always)
 */
record Containers(List<ContainerStatus> init, List<ContainerStatus> app, Set<String> sidecars) {
    static Set<String> sidecars(PodSpec spec) {
        return spec.getInitContainers().stream()
                .filter(container -> "Always".equals(container.getRestartPolicy()))
                .map(Container::getName)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Names of init containers that hold the others back. */
    List<String> incompleteInit() {
        return init.stream()
                .filter(status -> !Boolean.TRUE.equals(sidecar(status) ? status.getStarted() : status.getReady()))
                .map(ContainerStatus::getName)
                .toList();
    }

    List<String> unready() {
        return Stream.concat(init.stream().filter(this::sidecar), app.stream())
                .filter(status -> !Boolean.TRUE.equals(status.getReady()))
                .map(ContainerStatus::getName)
                .toList();
    }

    private boolean sidecar(ContainerStatus status) {
        return sidecars.contains(status.getName());
    }

    static boolean running(ContainerStatus status) {
        return status.getState().getRunning() != null;
    }

    static boolean neverStarted(ContainerStatus status) {
        return status.getState().getWaiting() != null
                && (status.getLastState() == null || status.getLastState().getTerminated() == null);
    }

    /** Ended with another exit code than 0, now or before the restart that it waits for. */
    static boolean failed(ContainerStatus status) {
        var now = status.getState().getTerminated();
        if (now != null) {
            return now.getExitCode() != 0;
        }
        var before =
                status.getLastState() == null ? null : status.getLastState().getTerminated();
        return !running(status) && before != null && before.getExitCode() != 0;
    }
}
