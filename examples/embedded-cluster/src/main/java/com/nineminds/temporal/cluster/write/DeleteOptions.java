package com.nineminds.temporal.cluster.write;

import com.fasterxml.jackson.databind.JsonNode;
import com.nineminds.temporal.cluster.json.Json;
import java.util.OptionalLong;

/**
 * How an object is to be deleted.
 *
 * @param propagation Background, Foreground, Orphan, or empty for the default of the kind
 * @param gracePeriodSeconds for pods; empty for the pod's own
 * @param uid the object must have it, unless empty
 * @param resourceVersion the object must have it, unless empty
 */
public record DeleteOptions(
        String propagation, OptionalLong gracePeriodSeconds, String uid, String resourceVersion, boolean dryRun) {
    public static final DeleteOptions NOW = new DeleteOptions("", OptionalLong.of(0), "", "", false);

    /** Reads a {@code DeleteOptions} body, which may be missing. */
    public static DeleteOptions of(JsonNode body) {
        JsonNode grace = body.path("gracePeriodSeconds");
        boolean dryRun = Json.texts(body, "dryRun").contains("All");
        return new DeleteOptions(
                Json.text(body, "propagationPolicy"),
                grace.isNumber() ? OptionalLong.of(grace.asLong()) : OptionalLong.empty(),
                Json.text(body, "preconditions", "uid"),
                Json.text(body, "preconditions", "resourceVersion"),
                dryRun);
    }
}
