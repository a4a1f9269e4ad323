package com.nineminds.temporal.cluster.admission;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nineminds.temporal.cluster.kind.ResourceType;
import java.util.Optional;

/**
 * A write on its way to the store.
 *
 * @param operation CREATE or UPDATE
 * @param subresource empty for the object itself
 * @param object the object to be stored; a copy that the plug-in may change and return
 * @param old the stored object, empty on CREATE
 */
public record AdmissionRequest(
        Operation operation, ResourceType type, String subresource, ObjectNode object, Optional<ObjectNode> old) {
    /** What the request does. */
    public enum Operation {
        CREATE,
        UPDATE
    }
}
