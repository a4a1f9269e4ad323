package com.nineminds.temporal.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonCreator;
import org.jspecify.annotations.Nullable;

/** How the new revision takes over. */
public enum Strategy {
    Progressive,
    AllAtOnce,
    Recreate;

    /** Absent for a word that this code does not know. */
    @JsonCreator
    static @Nullable Strategy read(@Nullable String name) {
        return Tolerant.read(Strategy.class, name);
    }
}
