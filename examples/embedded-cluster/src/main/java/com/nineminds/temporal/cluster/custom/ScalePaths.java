package com.nineminds.temporal.cluster.custom;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nineminds.temporal.cluster.error.Cause;
import com.nineminds.temporal.cluster.json.Json;
import java.util.List;
import java.util.stream.Stream;

/**
 * Where a kind keeps the replicas of its scale subresource: there must be a whole number, or nothing.
 *
 * @param paths such as {@code .spec.replicas}; none without the subresource
 */
record ScalePaths(List<String> paths) {
    static ScalePaths of(ObjectNode version) {
        JsonNode scale = Json.at(version, "subresources", "scale");
        return new ScalePaths(Stream.of("specReplicasPath", "statusReplicasPath")
                .map(name -> Json.text(scale, name))
                .filter(path -> !path.isEmpty())
                .toList());
    }

    List<Cause> check(ObjectNode object) {
        return paths.stream().flatMap(path -> check(object, path)).toList();
    }

    private static Stream<Cause> check(ObjectNode object, String path) {
        JsonNode replicas = object.at(path.replace('.', '/'));
        JsonNode zero = Json.object().numberNode(0);
        if (replicas.isTextual()) {
            String message =
                    "%s accessor error: %s is of the type string, expected int64".formatted(path, replicas.asText());
            return Stream.of(Cause.invalid(path, zero, message));
        }
        if (replicas.isNumber() && replicas.asLong() < 0) {
            return Stream.of(Cause.invalid(path, replicas, "should be a non-negative integer"));
        }
        return Stream.empty();
    }
}
