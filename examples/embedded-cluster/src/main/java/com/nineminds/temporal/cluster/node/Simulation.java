package com.nineminds.temporal.cluster.node;

import io.fabric8.kubernetes.api.model.Pod;
import java.util.Map;

/** What the pod annotation {@code simulate} asks a simulated node to do with the pod. */
enum Simulation {
    /** Ready after a moment: a pod without the annotation. */
    READY(""),
    CRASH("crash"),
    IMAGE("image"),
    UNREADY("unready"),
    /** Ready, OOM-killed, ready again, OOM-killed again, then CrashLoopBackOff. */
    OOM("oom"),
    /** Ready and not ready by turns. */
    FLAP("flap"),
    /** An init container that never ends. */
    INIT("init"),
    INIT_CRASH("init-crash"),
    /** A ConfigMap that the pod refers to does not exist. */
    CONFIG("config");

    private static final String ANNOTATION = "simulate";

    private final String value;

    Simulation(String value) {
        this.value = value;
    }

    /** A value that is not known means a pod that does not become ready. */
    static Simulation of(Pod pod) {
        Map<String, String> annotations = pod.getMetadata().getAnnotations();
        String wanted = annotations == null ? "" : annotations.getOrDefault(ANNOTATION, "");
        for (Simulation simulation : values()) {
            if (simulation.value.equals(wanted)) {
                return simulation;
            }
        }
        return UNREADY;
    }
}
