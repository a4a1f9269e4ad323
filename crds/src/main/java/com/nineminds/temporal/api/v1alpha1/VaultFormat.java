package com.nineminds.temporal.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonCreator;
import org.jspecify.annotations.Nullable;

/** Shape of the rendered secret: one file per key, or one shell file with exports. */
public enum VaultFormat {
    files,
    export;

    /** Absent for a word that this code does not know. */
    @JsonCreator
    static @Nullable VaultFormat read(@Nullable String name) {
        return Tolerant.read(VaultFormat.class, name);
    }
}
