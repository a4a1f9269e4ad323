package com.nineminds.temporal.cluster.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nineminds.temporal.cluster.error.ApiException;
import com.nineminds.temporal.cluster.json.Json;
import com.nineminds.temporal.cluster.protobuf.ProtobufBody;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.io.IOException;
import java.util.Map;

/**
 * One HTTP request.
 *
 * @param query decoded parameters; of a repeated one the first
 * @param headers by lower-case name
 */
record ApiRequest(String method, String path, Map<String, String> query, Map<String, String> headers, byte[] body) {
    String query(String name) {
        return query.getOrDefault(name, "");
    }

    boolean flag(String name) {
        String value = query(name);
        return value.equals("true") || value.equals("1");
    }

    String header(String name) {
        return headers.getOrDefault(name, "");
    }

    /** A whole number among the parameters. */
    long number(String name, long otherwise) {
        String value = query(name);
        try {
            return value.isEmpty() ? otherwise : Long.parseLong(value);
        } catch (NumberFormatException malformed) {
            throw ApiException.badRequest("parameter " + name + " must be a whole number, not " + value);
        }
    }

    /** Media type of the body, without parameters. */
    String contentType() {
        return header("content-type").split(";")[0].trim();
    }

    /** The body as a tree; a missing node when there is none. */
    JsonNode json() {
        if (body.length == 0) {
            return Json.object().path("none");
        }
        try {
            return tree();
        } catch (IllegalArgumentException malformed) {
            throw ApiException.badRequest("the object provided is unrecognized: " + malformed.getMessage());
        } catch (JsonProcessingException malformed) {
            throw ApiException.badRequest("the object provided is unrecognized: " + malformed.getOriginalMessage());
        } catch (IOException unreadable) {
            throw ApiException.badRequest("the body cannot be read: " + unreadable.getMessage());
        }
    }

    private JsonNode tree() throws IOException {
        if (contentType().equals(ProtobufBody.MEDIA_TYPE)) {
            return ProtobufBody.read(body);
        }
        return contentType().endsWith("yaml") && body[0] != '{'
                ? Serialization.yamlMapper().readTree(body)
                : Json.MAPPER.readTree(body);
    }

    ObjectNode object() {
        if (json() instanceof ObjectNode object) {
            return object;
        }
        throw ApiException.badRequest("the body of the request must be a JSON object");
    }
}
