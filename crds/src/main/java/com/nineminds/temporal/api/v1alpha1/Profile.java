package com.nineminds.temporal.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonCreator;
import org.jspecify.annotations.Nullable;

/** Production refuses what is only fit for a laptop. */
public enum Profile {
    production,
    development;

    /** Absent for a word that this code does not know. */
    @JsonCreator
    static @Nullable Profile read(@Nullable String name) {
        return Tolerant.read(Profile.class, name);
    }
}
