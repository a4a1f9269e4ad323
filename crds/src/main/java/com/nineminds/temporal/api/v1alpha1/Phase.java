package com.nineminds.temporal.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonCreator;
import org.jspecify.annotations.Nullable;

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
    Terminating;

    /** Absent for a word that this code does not know. */
    @JsonCreator
    static @Nullable Phase read(@Nullable String name) {
        return Tolerant.read(Phase.class, name);
    }
}
