package com.nineminds.temporal.cluster.discovery;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nineminds.temporal.cluster.json.Json;
import com.nineminds.temporal.cluster.kind.ResourceType;
import com.nineminds.temporal.cluster.schema.Definitions;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** OpenAPI v3: an index, and for each group and version the schemas of its kinds and the paths of its resources. */
final class OpenApi {
    private static final String ROOT = "/openapi/v3";

    private final Groups groups;
    private final Definitions definitions = Definitions.kubernetes();

    OpenApi(Groups groups) {
        this.groups = groups;
    }

    Optional<JsonNode> document(String path) {
        if (path.equals(ROOT)) {
            return Optional.of(index());
        }
        if (!path.startsWith(ROOT + "/api")) {
            return Optional.empty();
        }
        String apiVersion = path.substring(ROOT.length() + 1).replaceFirst("^apis?/", "");
        List<ResourceType> types = groups.resources(apiVersion);
        return types.isEmpty() ? Optional.empty() : Optional.of(document(types));
    }

    private ObjectNode index() {
        ObjectNode index = Json.object();
        ObjectNode paths = index.putObject("paths");
        for (String group : groups.names()) {
            for (String version : groups.versions(group)) {
                String path = group.isEmpty() ? "api/" + version : "apis/" + group + "/" + version;
                paths.putObject(path).put("serverRelativeURL", ROOT + "/" + path);
            }
        }
        return index;
    }

    private ObjectNode document(List<ResourceType> types) {
        ObjectNode document = Json.object().put("openapi", "3.0.0");
        document.putObject("info").put("title", "Kubernetes").put("version", "v1.36.0");
        ObjectNode paths = document.putObject("paths");
        Schemas schemas = new Schemas(definitions);
        for (ResourceType type : types) {
            String name = schemas.add(type);
            Paths.add(paths, type, name);
        }
        ObjectNode components = document.putObject("components");
        components.set("schemas", schemas.all());
        return document;
    }

    /** {@code temporal.example.com} and {@code v1} make {@code com.example.temporal.v1}. */
    static String customName(ResourceType type) {
        List<String> parts = new ArrayList<>(List.of(type.group().split("\\.")));
        Collections.reverse(parts);
        return String.join(".", parts) + "." + type.version() + "." + type.kind();
    }
}
