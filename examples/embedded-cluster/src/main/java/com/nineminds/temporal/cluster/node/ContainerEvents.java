package com.nineminds.temporal.cluster.node;

/** Writes the kubelet's events about one container. */
final class ContainerEvents {
    private final PodContext context;
    private final String fieldPath;

    ContainerEvents(PodContext context, ContainerSlot slot) {
        this.context = context;
        this.fieldPath = slot.role().fieldPath(slot.container().getName());
    }

    void normal(String reason, String message) {
        context.services().events().normal(context.pod().get(), fieldPath, reason, message);
    }

    void warning(String reason, String message) {
        context.services().events().warning(context.pod().get(), fieldPath, reason, message);
    }
}
