package com.nineminds.temporal.cluster.builtin;

import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.nineminds.temporal.cluster.error.Cause;
import com.nineminds.temporal.cluster.error.FieldPath;
import com.nineminds.temporal.cluster.json.Json;
import com.nineminds.temporal.cluster.json.ObjectMeta;
import java.util.List;

/** Checks CustomResourceDefinitions. That a schema is structural is not checked in full, what its rules cost not at all. */
final class DefinitionValidation {
    private DefinitionValidation() {}

    static void validate(ObjectNode definition, List<Cause> causes) {
        String plural = Json.text(definition, "spec", "names", "plural");
        String group = Json.text(definition, "spec", "group");
        String name = ObjectMeta.name(definition);
        if (!name.equals(plural + "." + group)) {
            causes.add(Cause.invalid(
                    "metadata.name", TextNode.valueOf(name), "must be spec.names.plural+\".\"+spec.group"));
        }
        for (String field : List.of("plural", "kind")) {
            if (Json.text(definition, "spec", "names", field).isEmpty()) {
                causes.add(Cause.required("spec.names." + field, ""));
            }
        }
        KindValidation.notSupported(
                Json.at(definition, "spec", "scope"), List.of("Cluster", "Namespaced"), "spec.scope", causes);
        List<ObjectNode> versions = Json.objects(definition, "spec", "versions");
        long storage = versions.stream()
                .filter(version -> version.path("storage").asBoolean())
                .count();
        if (storage != 1) {
            causes.add(Cause.invalid(
                    "spec.versions",
                    Json.at(definition, "spec", "versions"),
                    "must have exactly one version marked as storage version"));
        }
        if (Json.texts(definition, "status", "storedVersions").isEmpty()) {
            causes.add(Cause.invalid(
                    "status.storedVersions", NullNode.getInstance(), "must have at least one stored version"));
        }
        schemas(versions, causes);
    }

    /** The schema of an only version is spoken of as in the first version of the API. */
    private static void schemas(List<ObjectNode> versions, List<Cause> causes) {
        for (int i = 0; i < versions.size(); i++) {
            String own = FieldPath.index("spec.versions", i) + ".schema.openAPIV3Schema";
            String path = versions.size() == 1 ? "spec.validation.openAPIV3Schema" : own;
            Json.objectAt(versions.get(i), "schema", "openAPIV3Schema")
                    .ifPresentOrElse(
                            schema -> new SchemaValidation(causes).validate(schema, path),
                            () -> causes.add(Cause.required(own, "schemas are required")));
        }
    }
}
