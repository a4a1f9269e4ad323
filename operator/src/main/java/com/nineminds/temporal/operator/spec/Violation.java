package com.nineminds.temporal.operator.spec;

/**
 * A rule that a spec breaks.
 *
 * @param field path of the offending field, such as {@code spec.env[0].name}
 * @param message what is wrong and what to do, in the words of the API server
 */
public record Violation(String field, String message) {
    @Override
    public String toString() {
        return field + ": " + message;
    }
}
