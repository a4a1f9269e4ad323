package com.nineminds.temporal.cluster.write;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nineminds.temporal.cluster.error.ApiException;
import com.nineminds.temporal.cluster.kind.Form;
import com.nineminds.temporal.cluster.kind.ResourceType;
import com.nineminds.temporal.cluster.schema.DecodingException;
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
     * @throws ApiException 400, of a patch 422, when a value has the wrong type, or when there are unknown fields and the
     *     request wants strict validation
     */
    static Intake of(ResourceType type, Proposal proposal, WriteOptions options) {
        Form.Read read = read(type, proposal);
        read.object().put("apiVersion", type.apiVersion()).put("kind", type.kind());
        List<String> unknown = read.unknown().stream()
                .map(field -> "unknown field \"" + field + '"')
                .toList();
        if (!unknown.isEmpty() && options.fieldValidation().equals("Strict")) {
            throw unfit(type, proposal, "strict decoding error: " + String.join(", ", unknown));
        }
        boolean silent = options.fieldValidation().equals("Ignore");
        return new Intake(
                read.object(), silent ? List.of() : unknown.stream().collect(Collectors.toUnmodifiableList()));
    }

    private static Form.Read read(ResourceType type, Proposal proposal) {
        try {
            return type.form().read(proposal.object());
        } catch (DecodingException wrongType) {
            throw unfit(type, proposal, wrongType.why());
        }
    }

    private static ApiException unfit(ResourceType type, Proposal proposal, String why) {
        if (proposal.origin() == Proposal.Origin.PATCHED) {
            return ApiException.invalidPatch(why);
        }
        return ApiException.badRequest("%s in version \"%s\" cannot be handled as a %s: %s"
                .formatted(type.kind(), type.version(), type.kind(), why));
    }
}
