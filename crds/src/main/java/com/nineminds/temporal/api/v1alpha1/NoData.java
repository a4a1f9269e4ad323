package com.nineminds.temporal.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonCreator;
import org.jspecify.annotations.Nullable;

/** What a gate says when what its provider shows proves nothing. Silence is no such case: it fails. */
public enum NoData {
    Fail,
    Inconclusive,
    Ignore;

    /** Absent for a word that this code does not know. */
    @JsonCreator
    static @Nullable NoData read(@Nullable String name) {
        return Tolerant.read(NoData.class, name);
    }
}
