package com.nineminds.temporal.api.definition;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nineminds.temporal.api.v1alpha1.TemporalWorker;
import io.fabric8.crd.generator.annotation.AdditionalPrinterColumn;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the generator leaves out or gets wrong: column order, list types, doubled rules, the required spec. */
final class Completion {
    /** An amount or a percentage; without a bound the API server assumes the longest text that a request can hold. */
    private static final int INT_OR_STRING_LENGTH = 32;

    /** Keys of the lists that server-side apply merges by element. */
    private static final Map<String, List<String>> MAPS = Map.ofEntries(
            Map.entry("spec.env", List.of("name")),
            Map.entry("spec.vault.secrets", List.of("name")),
            Map.entry("spec.rollout.gates", List.of("name")),
            Map.entry("spec.podTemplate.spec.containers", List.of("name")),
            Map.entry("spec.podTemplate.spec.initContainers", List.of("name")),
            Map.entry("spec.podTemplate.spec.volumes", List.of("name")),
            Map.entry("spec.resources.claims", List.of("name")),
            Map.entry("status.conditions", List.of("type")),
            Map.entry("status.rejected", List.of("hash")),
            Map.entry("status.rollout.gates", List.of("name", "step")));

    private static final Set<String> SETS = Set.of("spec.imagePullSecrets", "spec.temporal.taskQueues");

    private Completion() {}

    static void complete(ObjectNode definition) {
        var version = (ObjectNode) definition.at("/spec/versions/0");
        version.set("additionalPrinterColumns", columns(version.arrayNode()));
        var schema = Definition.schema(definition);
        schema.put(
                "description",
                "A Temporal worker that the operator deploys, rolls out behind health gates and rolls back by itself.");
        describe(schema, "spec", "The desired worker. The operator never changes it.");
        describe(schema, "status", "What the operator saw and does. Written by the operator only.");
        schema.putArray("required").add("spec");
        visit(schema, "");
    }

    private static void describe(ObjectNode schema, String property, String description) {
        ((ObjectNode) schema.at("/properties/" + property)).put("description", description);
    }

    private static ArrayNode columns(ArrayNode columns) {
        for (var column : TemporalWorker.class.getAnnotationsByType(AdditionalPrinterColumn.class)) {
            columns.addObject()
                    .put("name", column.name())
                    .put("type", column.type().getValue())
                    .put("jsonPath", column.jsonPath())
                    .put("priority", column.priority());
        }
        return columns;
    }

    private static void visit(ObjectNode schema, String path) {
        // The annotation of a record component is found on its field and on its accessor.
        if (schema.get("x-kubernetes-validations") instanceof ArrayNode rules) {
            var distinct = new LinkedHashSet<JsonNode>();
            rules.forEach(distinct::add);
            rules.removeAll().addAll(distinct);
        }
        for (var bound : List.of("minimum", "maximum")) {
            if (schema.has(bound)) {
                schema.put(bound, schema.get(bound).asLong());
            }
        }
        if (schema.has("x-kubernetes-int-or-string")) {
            schema.put("maxLength", INT_OR_STRING_LENGTH);
        }
        if (schema.has("items")) {
            listType(schema, path);
            visit((ObjectNode) schema.get("items"), path + "[]");
        }
        if (schema.get("additionalProperties") instanceof ObjectNode values) {
            visit(values, path + "{}");
        }
        schema.path("properties")
                .properties()
                .forEach(property -> visit((ObjectNode) property.getValue(), child(path, property.getKey())));
    }

    private static void listType(ObjectNode schema, String path) {
        var keys = MAPS.get(path);
        if (keys != null) {
            schema.put("x-kubernetes-list-type", "map");
            keys.forEach(schema.putArray("x-kubernetes-list-map-keys")::add);
        } else {
            schema.put("x-kubernetes-list-type", SETS.contains(path) ? "set" : "atomic");
        }
    }

    private static String child(String path, String name) {
        return path.isEmpty() ? name : path + "." + name;
    }
}
