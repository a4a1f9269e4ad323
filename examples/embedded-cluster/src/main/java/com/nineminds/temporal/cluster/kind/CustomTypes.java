package com.nineminds.temporal.cluster.kind;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nineminds.temporal.cluster.json.Json;
import com.nineminds.temporal.cluster.json.ObjectMeta;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Reads the resources that a CustomResourceDefinition defines, one for each served version. */
final class CustomTypes {
    private CustomTypes() {}

    static List<ResourceType> of(ObjectNode definition) {
        ResourceNames names = names(definition);
        boolean namespaced = Json.text(definition, "spec", "scope").equals("Namespaced");
        return Json.objects(definition, "spec", "versions").stream()
                .filter(version -> version.path("served").asBoolean())
                .map(version -> new ResourceType(
                        Json.text(definition, "spec", "group"),
                        Json.text(version, "name"),
                        names,
                        namespaced,
                        subresources(version),
                        ObjectMeta.name(definition),
                        true))
                .toList();
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
