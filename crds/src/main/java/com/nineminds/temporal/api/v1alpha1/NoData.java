package com.nineminds.temporal.api.v1alpha1;

/** What a gate says when its provider has no answer. */
public enum NoData {
    Fail,
    Inconclusive,
    Ignore
}
