package com.nineminds.temporal.cluster.discovery;

import com.fasterxml.jackson.databind.JsonNode;

/** A document about the server. */
public record Document(String contentType, JsonNode body) {
    static Document json(JsonNode body) {
        return new Document("application/json", body);
    }
}
