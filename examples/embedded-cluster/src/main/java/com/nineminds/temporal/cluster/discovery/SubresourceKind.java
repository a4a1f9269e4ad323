package com.nineminds.temporal.cluster.discovery;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nineminds.temporal.cluster.json.Json;
import com.nineminds.temporal.cluster.kind.ResourceType;

/**
 * The kind that a subresource is read and written as.
 *
 * @param group empty for the core group
 */
record SubresourceKind(String group, String version, String kind) {
    static SubresourceKind of(ResourceType type, String subresource) {
        return switch (subresource) {
            case "scale" -> new SubresourceKind("autoscaling", "v1", "Scale");
            case "eviction" -> new SubresourceKind("policy", "v1", "Eviction");
            case "binding" -> new SubresourceKind("", "v1", "Binding");
            default -> new SubresourceKind(type.group(), type.version(), type.kind());
        };
    }

    static SubresourceKind of(ResourceType type) {
        return new SubresourceKind(type.group(), type.version(), type.kind());
    }

    ObjectNode json() {
        return Json.object().put("group", group).put("version", version).put("kind", kind);
    }
}
