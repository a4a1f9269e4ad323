package com.nineminds.temporal.cluster.error;

/**
 * One thing wrong with a request.
 *
 * @param reason such as {@code FieldValueInvalid} or {@code FieldManagerConflict}
 * @param field path of the field, empty when the whole object is meant
 */
public record Cause(String reason, String message, String field) {
    public static Cause invalid(String field, String message) {
        return new Cause("FieldValueInvalid", "Invalid value: " + message, field);
    }

    public static Cause required(String field, String message) {
        return new Cause("FieldValueRequired", "Required value" + (message.isEmpty() ? "" : ": " + message), field);
    }

    public static Cause forbidden(String field, String message) {
        return new Cause("FieldValueForbidden", "Forbidden: " + message, field);
    }

    /** As the Kubernetes API writes it in the message of the whole error. */
    String text() {
        return field.isEmpty() ? message : field + ": " + message;
    }
}
