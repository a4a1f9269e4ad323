package com.nineminds.temporal.operator.gate;

/** The outcome of one measurement. */
public record Measurement(Outcome outcome, String message) {
    /** {@code PENDING} says nothing yet; {@code UNKNOWN} says that the evidence cannot be attributed. */
    public enum Outcome {
        PASS,
        FAIL,
        PENDING,
        UNKNOWN,
        ERROR
    }
}
