package com.nineminds.temporal.api.v1alpha1;

/** Shape of the rendered secret: one file per key, or one shell file with exports. */
public enum VaultFormat {
    files,
    export
}
