package com.nineminds.temporal.operator.resources;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Between Kubernetes objects of the client library and JSON. */
final class ModelJson {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private ModelJson() {}

    static JsonNode write(Object model) {
        return MAPPER.valueToTree(model);
    }

    /** @throws IllegalArgumentException if a field has another type than the model's */
    static <T> T read(JsonNode json, Class<T> type) {
        return MAPPER.convertValue(json, type);
    }
}
