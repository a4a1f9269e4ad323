package com.nineminds.temporal.cluster.node;

/** What a container is for. */
enum ContainerRole {
    /** Runs to completion before the next one starts. */
    INIT,
    /** An init container with restartPolicy Always: runs beside the others once it has started. */
    SIDECAR,
    APP;

    /** The part of the pod that events are about. */
    String fieldPath(String container) {
        return (this == APP ? "spec.containers{" : "spec.initContainers{") + container + "}";
    }
}
