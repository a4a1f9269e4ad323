package com.nineminds.temporal.cluster.custom;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nineminds.temporal.cluster.json.Json;
import com.nineminds.temporal.cluster.json.ObjectMeta;
import com.nineminds.temporal.cluster.kind.ResourceNames;
import com.nineminds.temporal.cluster.kind.ResourceType;
import com.nineminds.temporal.cluster.schema.Definitions;
import com.nineminds.temporal.cluster.schema.Schema;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Reads the resources that a CustomResourceDefinition defines, one for each served version. */
public final class CustomTypes {
    private CustomTypes() {}

    public static List<ResourceType> of(ObjectNode definition) {
        return Json.objects(definition, "spec", "versions").stream()
                .filter(version -> version.path("served").asBoolean())
                .map(version -> type(definition, version))
                .toList();
    }

    private static ResourceType type(ObjectNode definition, ObjectNode version) {
        Set<String> subresources = subresources(version);
        Schema schema = schema(version);
        return new ResourceType(
                Json.text(definition, "spec", "group"),
                Json.text(version, "name"),
                names(definition),
                Json.text(definition, "spec", "scope").equals("Namespaced"),
                subresources,
                ObjectMeta.name(definition),
                schema,
                new CustomForm(schema, version),
                version);
    }

    private static Schema schema(ObjectNode version) {
        ObjectNode root = Json.objectAt(version, "schema", "openAPIV3Schema")
                .map(ObjectNode::deepCopy)
                .orElseGet(Json::object);
        ObjectNode properties = Json.child(root, "properties");
        properties.set("metadata", Definitions.metadataReference());
        for (String identity : List.of("apiVersion", "kind")) {
            if (!properties.has(identity)) {
                properties.putObject(identity).put("type", "string");
            }
        }
        return Definitions.kubernetes().schema(root);
    }

    private static ResourceNames names(ObjectNode definition) {
        var names = Json.at(definition, "spec", "names");
        String kind = Json.text(names, "kind");
        String singular = Json.text(names, "singular");
        return new ResourceNames(
                Json.text(names, "plural"),
                singular.isEmpty() ? kind.toLowerCase(Locale.ROOT) : singular,
                kind,
                Json.texts(names, "shortNames"),
                Json.texts(names, "categories"));
    }

    private static Set<String> subresources(ObjectNode version) {
        Set<String> names = new LinkedHashSet<>();
        version.path("subresources").fieldNames().forEachRemaining(names::add);
        return names;
    }
}
