package com.nineminds.temporal.operator.loop;

/** What a cluster offers to a test beyond the Kubernetes API. */
public enum Capability {
    /** Requests are counted by verb and resource. */
    REQUEST_COUNTS,
    /** Pods obey the annotation {@code simulate}. */
    SIMULATED_PODS,
    /** Answers of the API server can be scripted. */
    SCRIPTED_FAULTS,
    /** HorizontalPodAutoscalers act. */
    AUTOSCALING
}
