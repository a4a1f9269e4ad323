package com.nineminds.temporal.cluster.read;

import com.fasterxml.jackson.databind.JsonNode;
import com.nineminds.temporal.cluster.error.ApiException;
import com.nineminds.temporal.cluster.json.Json;
import com.nineminds.temporal.cluster.store.ObjectKey;
import java.io.IOException;
import java.util.Base64;

/**
 * Where the next page of a list begins.
 *
 * @param revision the resource version of the first page: all pages show the same state
 * @param last the last object of the page before
 */
record PageToken(long revision, ObjectKey last) {
    String encode() {
        var token =
                Json.object().put("rv", revision).put("ns", last.namespace()).put("name", last.name());
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Json.bytes(token));
    }

    static PageToken decode(String token) {
        try {
            JsonNode json = Json.MAPPER.readTree(Base64.getUrlDecoder().decode(token));
            ObjectKey last = new ObjectKey("", Json.text(json, "ns"), Json.text(json, "name"));
            return new PageToken(json.path("rv").asLong(), last);
        } catch (IOException | IllegalArgumentException malformed) {
            throw ApiException.badRequest("continue key is not valid: " + token);
        }
    }
}
