package com.nineminds.temporal.cluster.discovery;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nineminds.temporal.cluster.json.Json;
import com.nineminds.temporal.cluster.kind.ResourceType;
import com.nineminds.temporal.cluster.kind.ResourceTypes;
import java.util.Comparator;
import java.util.List;

/** Groups, versions and resources, each in a document of its own. */
final class Groups {
    private final ResourceTypes types;

    Groups(ResourceTypes types) {
        this.types = types;
    }

    ObjectNode coreVersions() {
        ObjectNode versions = Json.object().put("kind", "APIVersions");
        versions.putArray("versions").add("v1");
        versions.putArray("serverAddressByClientCIDRs");
        return versions;
    }

    ObjectNode list() {
        ObjectNode list = Json.object().put("kind", "APIGroupList").put("apiVersion", "v1");
        ArrayNode groups = list.putArray("groups");
        names().stream().filter(name -> !name.isEmpty()).forEach(name -> groups.add(group(name)));
        return list;
    }

    /** The names of all groups, the empty one of the core group first. */
    List<String> names() {
        return types.all().map(ResourceType::group).distinct().sorted().toList();
    }

    /** The versions of a group, the preferred one first. */
    List<String> versions(String group) {
        return types.all()
                .filter(type -> type.group().equals(group))
                .map(ResourceType::version)
                .distinct()
                .sorted(Comparator.comparing(VersionOrder::new).reversed())
                .toList();
    }

    ObjectNode group(String name) {
        ObjectNode group = Json.object().put("name", name);
        ArrayNode versions = group.putArray("versions");
        for (String version : versions(name)) {
            versions.addObject().put("groupVersion", name + "/" + version).put("version", version);
        }
        group.set("preferredVersion", versions.get(0));
        return group;
    }

    List<ResourceType> resources(String apiVersion) {
        return types.all()
                .filter(type -> type.apiVersion().equals(apiVersion))
                .sorted(Comparator.comparing(ResourceType::plural))
                .toList();
    }

    ObjectNode resourceList(String apiVersion) {
        ObjectNode list = Json.object()
                .put("kind", "APIResourceList")
                .put("apiVersion", "v1")
                .put("groupVersion", apiVersion);
        ArrayNode resources = list.putArray("resources");
        for (ResourceType type : resources(apiVersion)) {
            resources.add(resource(type));
            type.subresources().stream().sorted().forEach(name -> resources.add(subresource(type, name)));
        }
        return list;
    }

    private static ObjectNode resource(ResourceType type) {
        ObjectNode resource = Json.object()
                .put("name", type.plural())
                .put("singularName", type.names().singular())
                .put("namespaced", type.namespaced())
                .put("kind", type.kind());
        resource.set("verbs", Json.arrayOf(Verbs.of(type)));
        names(resource, type);
        return resource;
    }

    static void names(ObjectNode resource, ResourceType type) {
        if (!type.names().shortNames().isEmpty()) {
            resource.set("shortNames", Json.arrayOf(type.names().shortNames()));
        }
        if (!type.names().categories().isEmpty()) {
            resource.set("categories", Json.arrayOf(type.names().categories()));
        }
    }

    private static ObjectNode subresource(ResourceType type, String name) {
        SubresourceKind kind = SubresourceKind.of(type, name);
        ObjectNode resource = Json.object()
                .put("name", type.plural() + "/" + name)
                .put("singularName", "")
                .put("namespaced", type.namespaced());
        if (!kind.equals(SubresourceKind.of(type))) {
            resource.put("group", kind.group()).put("version", kind.version());
        }
        resource.put("kind", kind.kind());
        resource.set("verbs", Json.arrayOf(Verbs.of(name)));
        return resource;
    }
}
