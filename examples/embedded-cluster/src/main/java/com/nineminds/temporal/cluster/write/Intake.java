package com.nineminds.temporal.cluster.write;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nineminds.temporal.cluster.error.ApiException;
import com.nineminds.temporal.cluster.kind.Form;
import com.nineminds.temporal.cluster.kind.ResourceType;
import java.util.List;
import java.util.stream.Collectors;

/**
 * An object as it was understood, with the warnings about what was not.
 *
 * @param object fresh, with defaults
 */
record Intake(ObjectNode object, List<String> warnings) {
    /**
     * Reads an object of a request.
     *
     * @throws ApiException 400 when it has unknown fields and the request wants strict validation
     */
    static Intake of(ResourceType type, ObjectNode raw, WriteOptions options) {
        Form.Read read = type.form().read(raw);
        read.object().put("apiVersion", type.apiVersion()).put("kind", type.kind());
        List<String> unknown = read.unknown().stream()
                .map(field -> "unknown field \"" + field + '"')
                .toList();
        if (!unknown.isEmpty() && options.fieldValidation().equals("Strict")) {
            throw ApiException.badRequest("%s in version \"%s\" cannot be handled as a %s: strict decoding error: %s"
                    .formatted(type.kind(), type.version(), type.kind(), String.join(", ", unknown)));
        }
        boolean silent = options.fieldValidation().equals("Ignore");
        return new Intake(
                read.object(), silent ? List.of() : unknown.stream().collect(Collectors.toUnmodifiableList()));
    }
}
