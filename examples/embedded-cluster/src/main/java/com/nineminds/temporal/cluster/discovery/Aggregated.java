package com.nineminds.temporal.cluster.discovery;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nineminds.temporal.cluster.json.Json;
import com.nineminds.temporal.cluster.kind.ResourceType;
import java.util.List;

/** All groups with all their resources in one document, the form in which kubectl asks first. */
final class Aggregated {
    static final String CONTENT_TYPE = "application/json;g=apidiscovery.k8s.io;v=v2;as=APIGroupDiscoveryList";

    private final Groups groups;

    Aggregated(Groups groups) {
        this.groups = groups;
    }

    /** @param names of the groups that the document is about */
    ObjectNode document(List<String> names) {
        ObjectNode list =
                Json.object().put("kind", "APIGroupDiscoveryList").put("apiVersion", "apidiscovery.k8s.io/v2");
        list.putObject("metadata");
        ArrayNode items = list.putArray("items");
        names.forEach(name -> items.add(group(name)));
        return list;
    }

    private ObjectNode group(String name) {
        ObjectNode group = Json.object();
        ObjectNode metadata = group.putObject("metadata");
        if (!name.isEmpty()) {
            metadata.put("name", name);
        }
        ArrayNode versions = group.putArray("versions");
        for (String version : groups.versions(name)) {
            ObjectNode entry = versions.addObject().put("version", version);
            ArrayNode resources = entry.putArray("resources");
            String apiVersion = name.isEmpty() ? version : name + "/" + version;
            groups.resources(apiVersion).forEach(type -> resources.add(resource(type)));
            entry.put("freshness", "Current");
        }
        return group;
    }

    private static ObjectNode resource(ResourceType type) {
        ObjectNode resource = Json.object().put("resource", type.plural());
        resource.set("responseKind", SubresourceKind.of(type).json());
        resource.put("scope", type.namespaced() ? "Namespaced" : "Cluster");
        resource.put("singularResource", type.names().singular());
        resource.set("verbs", Json.arrayOf(Verbs.of(type)));
        Groups.names(resource, type);
        if (!type.subresources().isEmpty()) {
            ArrayNode subresources = resource.putArray("subresources");
            type.subresources().stream().sorted().forEach(name -> {
                ObjectNode subresource = subresources.addObject().put("subresource", name);
                subresource.set("responseKind", SubresourceKind.of(type, name).json());
                subresource.set("verbs", Json.arrayOf(Verbs.of(name)));
            });
        }
        return resource;
    }
}
