package com.nineminds.temporal.cluster.builtin;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.nineminds.temporal.cluster.error.Cause;
import com.nineminds.temporal.cluster.error.FieldPath;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Checks ConfigMaps and Secrets. Values never appear in messages. */
final class FileValidation {
    private static final Pattern KEY = Pattern.compile("[-._a-zA-Z0-9]{1,253}");
    private static final int MOST_BYTES = 1024 * 1024;

    private FileValidation() {}

    static void validate(ObjectNode files, Optional<ObjectNode> current, List<Cause> causes) {
        int size = 0;
        for (String part : List.of("data", "binaryData")) {
            for (var entry : files.path(part).properties()) {
                size += entry.getValue().asText().length();
                if (!KEY.matcher(entry.getKey()).matches()) {
                    causes.add(Cause.invalid(
                            FieldPath.key(part, entry.getKey()),
                            TextNode.valueOf(entry.getKey()),
                            "a valid config key must consist of alphanumeric characters, '-', '_' or '.' (e.g."
                                    + " 'key.name',  or 'KEY_NAME',  or 'key-name', regex used for validation is"
                                    + " '[-._a-zA-Z0-9]+')"));
                }
            }
        }
        if (size > MOST_BYTES) {
            causes.add(Cause.tooLong("", MOST_BYTES));
        }
        current.ifPresent(before -> immutable(files, before, causes));
    }

    private static void immutable(ObjectNode files, ObjectNode before, List<Cause> causes) {
        if (!files.path("type").equals(before.path("type"))) {
            causes.add(Cause.immutable("type", files.path("type")));
        }
        if (!before.path("immutable").asBoolean()) {
            return;
        }
        if (!files.path("immutable").asBoolean()) {
            causes.add(Cause.forbidden("immutable", "field is immutable when `immutable` is set"));
        }
        for (String part : List.of("data", "binaryData")) {
            if (!files.path(part).equals(before.path(part))) {
                causes.add(Cause.forbidden(part, "field is immutable when `immutable` is set"));
            }
        }
    }
}
