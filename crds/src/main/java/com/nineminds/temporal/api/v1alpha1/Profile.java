package com.nineminds.temporal.api.v1alpha1;

/** Production refuses what is only fit for a laptop. */
public enum Profile {
    production,
    development
}
