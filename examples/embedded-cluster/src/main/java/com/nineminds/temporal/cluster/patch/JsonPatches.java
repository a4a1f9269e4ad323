package com.nineminds.temporal.cluster.patch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nineminds.temporal.cluster.error.ApiException;
import com.nineminds.temporal.cluster.json.Json;
import io.fabric8.zjsonpatch.JsonPatch;
import io.fabric8.zjsonpatch.JsonPatchException;
import java.util.Map;

/** JSON patch, RFC 6902. */
public final class JsonPatches {
    /** What must be there for an operation; the library passes over a removal of nothing. */
    private static final Map<String, String> SOURCES =
            Map.of("remove", "path", "replace", "path", "move", "from", "copy", "from");

    private JsonPatches() {}

    /**
     * Returns a fresh tree; neither argument is changed.
     *
     * @throws ApiException 422 when an operation cannot be done or a test fails
     */
    public static ObjectNode apply(ObjectNode target, JsonNode patch) {
        JsonNode result = target;
        for (JsonNode operation : patch) {
            result = step(result, operation);
        }
        if (result instanceof ObjectNode object) {
            return object == target ? target.deepCopy() : object;
        }
        throw ApiException.badRequest("the patch leaves no object");
    }

    private static JsonNode step(JsonNode target, JsonNode operation) {
        String source = SOURCES.getOrDefault(Json.text(operation, "op"), "");
        try {
            if (!source.isEmpty() && target.at(Json.text(operation, source)).isMissingNode()) {
                throw ApiException.impossiblePatch();
            }
            return JsonPatch.apply(Json.array().add(operation), target.deepCopy());
        } catch (JsonPatchException | IllegalArgumentException failed) {
            throw ApiException.impossiblePatch();
        }
    }
}
