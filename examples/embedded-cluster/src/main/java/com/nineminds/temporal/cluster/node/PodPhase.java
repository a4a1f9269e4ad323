package com.nineminds.temporal.cluster.node;

import io.fabric8.kubernetes.api.model.ContainerStatus;
import io.fabric8.kubernetes.api.model.PodSpec;
import java.util.List;

/** The kubelet's rule for a pod's phase. */
enum PodPhase {
    PENDING("Pending"),
    RUNNING("Running"),
    SUCCEEDED("Succeeded"),
    FAILED("Failed");

    private final String text;

    PodPhase(String text) {
        this.text = text;
    }

    String text() {
        return text;
    }

    static PodPhase of(PodSpec spec, Containers containers) {
        boolean never = "Never".equals(spec.getRestartPolicy());
        if (never && containers.init().stream().anyMatch(Containers::failed)) {
            return FAILED;
        }
        List<ContainerStatus> app = containers.app();
        boolean untouched = app.isEmpty() || app.stream().anyMatch(Containers::neverStarted);
        if (untouched || !containers.incompleteInit().isEmpty()) {
            return PENDING;
        }
        return app.stream().anyMatch(Containers::running) ? RUNNING : ended(spec, app);
    }

    private static PodPhase ended(PodSpec spec, List<ContainerStatus> app) {
        String policy = spec.getRestartPolicy();
        if (policy == null || policy.equals("Always")) {
            return RUNNING;
        }
        if (app.stream().noneMatch(Containers::failed)) {
            return SUCCEEDED;
        }
        return policy.equals("Never") ? FAILED : RUNNING;
    }
}
