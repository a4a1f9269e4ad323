package com.nineminds.temporal.cluster.patch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nineminds.temporal.cluster.error.ApiException;
import io.fabric8.zjsonpatch.JsonPatch;
import io.fabric8.zjsonpatch.JsonPatchException;

/** JSON patch, RFC 6902. */
public final class JsonPatches {
    private JsonPatches() {}

    /**
     * Returns a fresh tree; neither argument is changed.
     *
     * @throws ApiException 422 when an operation cannot be done or a test fails
     */
    public static ObjectNode apply(ObjectNode target, JsonNode patch) {
        try {
            if (JsonPatch.apply(patch, target.deepCopy()) instanceof ObjectNode result) {
                return result;
            }
        } catch (JsonPatchException failed) {
            throw ApiException.of(422, "Invalid", "the server rejected our request due to an error in our request");
        }
        throw ApiException.badRequest("the patch leaves no object");
    }
}
