package com.nineminds.temporal.cluster.subresource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nineminds.temporal.cluster.error.ApiException;
import com.nineminds.temporal.cluster.error.Cause;
import com.nineminds.temporal.cluster.error.Subject;
import com.nineminds.temporal.cluster.json.Json;
import com.nineminds.temporal.cluster.json.ObjectMeta;
import com.nineminds.temporal.cluster.kind.ResourceType;
import com.nineminds.temporal.cluster.select.LabelSelector;
import com.nineminds.temporal.cluster.write.Proposal;
import com.nineminds.temporal.cluster.write.Target;
import java.util.List;

/** The scale subresource: the replicas of an object, shown and changed as a {@code Scale} of autoscaling/v1. */
public final class Scale {
    private static final List<String> SHOWN =
            List.of("name", "namespace", "uid", "resourceVersion", "creationTimestamp");

    private final ResourceType type;

    public Scale(ResourceType type) {
        this.type = type;
    }

    /** The scale of an object. */
    public ObjectNode of(ObjectNode object) {
        ObjectNode scale = Json.object().put("kind", "Scale").put("apiVersion", "autoscaling/v1");
        ObjectNode metadata = scale.putObject("metadata");
        for (String field : SHOWN) {
            JsonNode value = Json.at(object, "metadata", field);
            if (!value.isMissingNode()) {
                metadata.set(field, value);
            }
        }
        ObjectNode spec = scale.putObject("spec");
        JsonNode wanted = Json.at(object, path("specReplicasPath", "spec.replicas"));
        if (wanted.asInt() != 0) {
            spec.put("replicas", wanted.asInt());
        }
        ObjectNode status = scale.putObject("status");
        status.put(
                "replicas",
                Json.at(object, path("statusReplicasPath", "status.replicas")).asInt());
        String selector = selector(object);
        if (!selector.isEmpty()) {
            status.put("selector", selector);
        }
        return scale;
    }

    /**
     * The object with the replicas of a scale.
     *
     * @throws ApiException 409 when the scale is of an older version of the object, 422 when it is negative
     */
    public Proposal change(ObjectNode object, ObjectNode scale, Target target) {
        String version = ObjectMeta.resourceVersion(scale);
        if (!version.isEmpty() && !version.equals(ObjectMeta.resourceVersion(object))) {
            throw ApiException.modified(target.subject());
        }
        JsonNode replicas = Json.at(scale, "spec", "replicas");
        if (replicas.asInt() < 0) {
            throw ApiException.invalid(
                    new Subject("autoscaling", "scales", "Scale", target.name()),
                    List.of(Cause.invalid("spec.replicas", replicas, "must be greater than or equal to 0")));
        }
        ObjectNode next = object.deepCopy();
        put(next, replicas.asInt());
        return Proposal.of(next);
    }

    /** What an applied scale says about the object itself. */
    public ObjectNode configuration(ObjectNode scale, Target target) {
        ObjectNode configuration =
                Json.object().put("apiVersion", type.apiVersion()).put("kind", type.kind());
        ObjectMeta.metadata(configuration).put("name", target.name());
        put(configuration, Json.at(scale, "spec", "replicas").asInt());
        return configuration;
    }

    private void put(ObjectNode object, int replicas) {
        String[] path = path("specReplicasPath", "spec.replicas");
        ObjectNode parent = object;
        for (int i = 0; i < path.length - 1; i++) {
            parent = Json.child(parent, path[i]);
        }
        parent.put(path[path.length - 1], replicas);
    }

    private String selector(ObjectNode object) {
        if (type.custom()) {
            String declared = Json.text(type.declaration(), "subresources", "scale", "labelSelectorPath");
            return declared.isEmpty() ? "" : Json.text(object, split(declared));
        }
        return LabelSelector.text(Json.at(object, "spec", "selector"));
    }

    private String[] path(String declared, String usual) {
        String path = Json.text(type.declaration(), "subresources", "scale", declared);
        return split(path.isEmpty() ? usual : path);
    }

    private static String[] split(String path) {
        return path.replaceFirst("^\\.", "").split("\\.");
    }
}
