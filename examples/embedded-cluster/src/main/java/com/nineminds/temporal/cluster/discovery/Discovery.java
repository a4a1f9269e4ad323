package com.nineminds.temporal.cluster.discovery;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nineminds.temporal.cluster.json.Json;
import com.nineminds.temporal.cluster.kind.ResourceType;
import com.nineminds.temporal.cluster.kind.ResourceTypes;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The documents from which clients learn what the server has. */
public final class Discovery {
    private static final String MINOR = "36";

    private final ResourceTypes types;

    public Discovery(ResourceTypes types) {
        this.types = types;
    }

    /** The document at a path, if there is one. */
    public Optional<JsonNode> document(String path, String accept) {
        return switch (path) {
            case "/version" ->
                Optional.of(Json.object()
                        .put("major", "1")
                        .put("minor", MINOR)
                        .put("gitVersion", "v1." + MINOR + ".0-embedded")
                        .put("platform", "java"));
            case "/api" -> Optional.of(coreVersions());
            case "/apis" -> Optional.of(groups());
            default -> groupVersion(path);
        };
    }

    private static ObjectNode coreVersions() {
        ObjectNode versions = Json.object().put("kind", "APIVersions");
        versions.putArray("versions").add("v1");
        versions.putArray("serverAddressByClientCIDRs");
        return versions;
    }

    private ObjectNode groups() {
        ObjectNode list = Json.object().put("kind", "APIGroupList").put("apiVersion", "v1");
        var groups = list.putArray("groups");
        groupNames().forEach(name -> groups.add(group(name)));
        return list;
    }

    private Set<String> groupNames() {
        return types.all()
                .map(ResourceType::group)
                .filter(group -> !group.isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private ObjectNode group(String name) {
        ObjectNode group = Json.object().put("name", name);
        var versions = group.putArray("versions");
        types.all()
                .filter(type -> type.group().equals(name))
                .map(ResourceType::version)
                .distinct()
                .forEach(version -> versions.addObject()
                        .put("groupVersion", name + "/" + version)
                        .put("version", version));
        group.set("preferredVersion", versions.get(0));
        return group;
    }

    private Optional<JsonNode> groupVersion(String path) {
        String[] parts = path.substring(1).split("/");
        boolean core = parts.length == 2 && parts[0].equals("api");
        if (parts.length == 2 && parts[0].equals("apis") && groupNames().contains(parts[1])) {
            return Optional.of(group(parts[1]).put("kind", "APIGroup").put("apiVersion", "v1"));
        }
        if (!core && !(parts.length == 3 && parts[0].equals("apis"))) {
            return Optional.empty();
        }
        String apiVersion = core ? parts[1] : parts[1] + "/" + parts[2];
        boolean known = types.all().anyMatch(type -> type.apiVersion().equals(apiVersion));
        return known ? Optional.of(resources(apiVersion)) : Optional.empty();
    }

    private ObjectNode resources(String apiVersion) {
        ObjectNode list = Json.object()
                .put("kind", "APIResourceList")
                .put("apiVersion", "v1")
                .put("groupVersion", apiVersion);
        var resources = list.putArray("resources");
        types.all().filter(type -> type.apiVersion().equals(apiVersion)).forEach(type -> {
            resources.add(resource(type));
            type.subresources().forEach(name -> resources.add(subresource(type, name)));
        });
        return list;
    }

    private static ObjectNode resource(ResourceType type) {
        ObjectNode resource = Json.object()
                .put("name", type.plural())
                .put("singularName", type.names().singular())
                .put("namespaced", type.namespaced())
                .put("kind", type.kind());
        var verbs = resource.putArray("verbs");
        for (String verb :
                new String[] {"create", "delete", "deletecollection", "get", "list", "patch", "update", "watch"}) {
            verbs.add(verb);
        }
        if (!type.names().shortNames().isEmpty()) {
            resource.set("shortNames", Json.arrayOf(type.names().shortNames()));
        }
        if (!type.names().categories().isEmpty()) {
            resource.set("categories", Json.arrayOf(type.names().categories()));
        }
        return resource;
    }

    private static ObjectNode subresource(ResourceType type, String name) {
        ObjectNode resource = Json.object()
                .put("name", type.plural() + "/" + name)
                .put("singularName", "")
                .put("namespaced", type.namespaced())
                .put("kind", type.kind());
        resource.putArray("verbs").add("get").add("patch").add("update");
        return resource;
    }
}
