package com.nineminds.temporal.api.v1alpha1;

/** The one word that says where a worker stands. */
public enum Phase {
    Pending,
    Progressing,
    Gating,
    Holding,
    Paused,
    Baking,
    Healthy,
    RollingBack,
    RolledBack,
    Degraded,
    Invalid,
    Terminating
}
