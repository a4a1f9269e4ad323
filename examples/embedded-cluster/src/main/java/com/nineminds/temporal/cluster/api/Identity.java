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
            throw mismatch(type, apiVersion, kind);
        }
    }

    private static ApiException mismatch(ResourceType type, String apiVersion, String kind) {
        if (type.custom()) {
            return ApiException.badRequest(
                    "the API version and kind in the data (%s, %s) do not match the expected ones (%s, %s)"
                            .formatted(apiVersion, kind, type.apiVersion(), type.kind()));
        }
        String version = apiVersion.substring(apiVersion.indexOf('/') + 1);
        String group = type.group().isEmpty() ? "core" : type.group().split("\\.")[0];
        return ApiException.badRequest(
                "%s in version \"%s\" cannot be handled as a %s: converting (%s.%s) to (%s.%s): unknown conversion"
                        .formatted(kind, version, type.kind(), version, kind, group, type.kind()));
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
