package com.nineminds.temporal.cluster.error;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Collectors;

/**
 * One thing wrong with a request.
 *
 * @param reason such as {@code FieldValueInvalid} or {@code FieldManagerConflict}
 * @param field path of the field, empty when the whole object is meant
 */
public record Cause(String reason, String message, String field) {
    /** The field of an error that is about no field in particular, as Kubernetes prints it. */
    public static final String NOWHERE = "<nil>";

    public static Cause invalid(String field, JsonNode value, String message) {
        return new Cause("FieldValueInvalid", "Invalid value: " + quoted(value) + message, field);
    }

    /** A value that is wrong in a way that makes no sense to print. */
    public static Cause invalid(String field, String message) {
        return new Cause("FieldValueInvalid", "Invalid value: " + message, field);
    }

    public static Cause immutable(String field, JsonNode value) {
        return invalid(field, value, "field is immutable");
    }

    public static Cause typeInvalid(String field, JsonNode value, String message) {
        return new Cause("FieldValueTypeInvalid", "Invalid value: " + quoted(value) + message, field);
    }

    public static Cause required(String field, String message) {
        return new Cause("FieldValueRequired", "Required value" + (message.isEmpty() ? "" : ": " + message), field);
    }

    public static Cause forbidden(String field, String message) {
        return new Cause("FieldValueForbidden", "Forbidden: " + message, field);
    }

    public static Cause duplicate(String field, JsonNode value) {
        return new Cause("FieldValueDuplicate", "Duplicate value: " + value, field);
    }

    public static Cause notSupported(String field, JsonNode value, List<String> supported) {
        String values = supported.stream().map(text -> '"' + text + '"').collect(Collectors.joining(", "));
        return new Cause(
                "FieldValueNotSupported", "Unsupported value: " + value + ": supported values: " + values, field);
    }

    public static Cause tooLong(String field, int most) {
        return new Cause("FieldValueTooLong", "Too long: may not be more than " + most + " bytes", field);
    }

    public static Cause tooMany(String field, int actual, int most) {
        String message = "Too many: %d: must have at most %d items".formatted(actual, most);
        return new Cause("FieldValueTooMany", message, field);
    }

    /** As the Kubernetes API writes it in the message of the whole error. */
    String text() {
        return field.isEmpty() ? message : field + ": " + message;
    }

    private static String quoted(JsonNode value) {
        return value + ": ";
    }
}
