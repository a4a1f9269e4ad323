package com.nineminds.temporal.cluster.discovery;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nineminds.temporal.cluster.json.Json;
import com.nineminds.temporal.cluster.kind.ResourceType;
import com.nineminds.temporal.cluster.schema.Definitions;

/** The schemas of one OpenAPI document: those of its kinds and all that these refer to. */
final class Schemas {
    private static final String KIND = "x-kubernetes-group-version-kind";

    private final Definitions definitions;
    private final ObjectNode all = Json.object();

    Schemas(Definitions definitions) {
        this.definitions = definitions;
    }

    ObjectNode all() {
        return all;
    }

    /** Adds the schema of a kind and returns its name. */
    String add(ResourceType type) {
        if (!type.custom()) {
            String name = definitions
                    .nameOfKind(type.group(), type.version(), type.kind())
                    .orElseThrow(() -> new IllegalStateException("no schema for " + type.kind()));
            addNamed(name);
            return name;
        }
        String name = OpenApi.customName(type);
        ObjectNode schema = type.schema().source().deepCopy();
        schema.putArray(KIND).add(SubresourceKind.of(type).json());
        all.set(name, schema);
        addReferences(schema);
        return name;
    }

    private void addNamed(String name) {
        if (all.has(name)) {
            return;
        }
        JsonNode source = definitions.source(name).deepCopy();
        if (source instanceof ObjectNode schema) {
            schema.remove("x-omit-zero");
            schema.remove("x-protobuf");
            all.set(name, schema);
            addReferences(schema);
        }
    }

    private void addReferences(JsonNode node) {
        for (JsonNode reference : node.findValues("$ref")) {
            if (reference.isTextual()) {
                String path = reference.asText();
                addNamed(path.substring(path.lastIndexOf('/') + 1));
            }
        }
    }
}
