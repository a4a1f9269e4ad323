package com.nineminds.temporal.cluster.write;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nineminds.temporal.cluster.error.ApiException;
import com.nineminds.temporal.cluster.json.ObjectMeta;
import com.nineminds.temporal.cluster.kind.ResourceType;

/** Rules for objects that are about to be created. */
final class Creations {
    private Creations() {}

    static void checkIdentity(Target target, ObjectNode object) {
        String namespace = ObjectMeta.namespace(object);
        if (!namespace.isEmpty() && !namespace.equals(target.namespace())) {
            throw ApiException.badRequest(
                    "the namespace of the provided object does not match the namespace sent on the request");
        }
        if (!ObjectMeta.resourceVersion(object).isEmpty()) {
            throw ApiException.of(500, "", "resourceVersion should not be set on objects to be created");
        }
    }

    /** A status is written through its subresource only, where the kind has one. */
    static void dropStatus(ResourceType type, ObjectNode object) {
        if (!type.has("status")) {
            return;
        }
        JsonNode blank = type.form().blank().path("status");
        if (blank.isMissingNode()) {
            object.remove("status");
        } else {
            object.set("status", blank);
        }
    }
}
