package com.nineminds.temporal.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonCreator;
import org.jspecify.annotations.Nullable;

/** What a gate measures. */
public enum GateType {
    Pollers;

    /** Absent for a word that this code does not know. */
    @JsonCreator
    static @Nullable GateType read(@Nullable String name) {
        return Tolerant.read(GateType.class, name);
    }
}
