package com.nineminds.temporal.api.v1alpha1;

/** What a gate measures. */
public enum GateType {
    Pollers
}
