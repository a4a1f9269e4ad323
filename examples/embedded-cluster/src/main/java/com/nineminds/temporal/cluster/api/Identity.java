package com.nineminds.temporal.cluster.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nineminds.temporal.cluster.error.ApiException;
import com.nineminds.temporal.cluster.json.Json;
import com.nineminds.temporal.cluster.json.ObjectMeta;
import com.nineminds.temporal.cluster.kind.ResourceType;
import com.nineminds.temporal.cluster.write.Target;

/** The object in a body must be what the path of its request says. */
final class Identity {
    private Identity() {}

    static void check(ResourceType type, ObjectNode object) {
        String apiVersion = Json.text(object, "apiVersion");
        String kind = Json.text(object, "kind");
        if (apiVersion.isEmpty() && kind.isEmpty() && !type.custom()) {
            return;
        }
        if (kind.isEmpty()) {
            throw ApiException.badRequest("Object 'Kind' is missing in the body of the request");
        }
        if (!apiVersion.equals(type.apiVersion()) || !kind.equals(type.kind())) {
            throw ApiException.badRequest(
                    "the API version and kind in the data (%s, %s) do not match the expected ones (%s, %s)"
                            .formatted(apiVersion, kind, type.apiVersion(), type.kind()));
        }
    }

    static void checkName(Target target, ObjectNode object) {
        String name = ObjectMeta.name(object);
        if (!name.equals(target.name())) {
            throw ApiException.badRequest("the name of the object (%s) does not match the name on the URL (%s)"
                    .formatted(name, target.name()));
        }
        String namespace = ObjectMeta.namespace(object);
        if (!namespace.isEmpty() && !namespace.equals(target.namespace())) {
            throw ApiException.badRequest(
                    "the namespace of the object (%s) does not match the namespace on the URL (%s)"
                            .formatted(namespace, target.namespace()));
        }
    }
}
