package com.nineminds.temporal.operator.loop;

/** What a cluster offers to a test beyond the Kubernetes API. */
public enum Capability {
    /** Pods obey the annotation {@code simulate}. */
    SIMULATED_PODS,
    /** HorizontalPodAutoscalers act. */
    AUTOSCALING
}
