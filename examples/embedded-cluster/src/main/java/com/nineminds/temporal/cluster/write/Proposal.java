package com.nineminds.temporal.cluster.write;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * What an object is to become.
 *
 * @param object a fresh tree
 * @param owned its {@code managedFields} are already those of the result, as after a server-side apply
 */
public record Proposal(ObjectNode object, boolean owned) {
    public static Proposal of(ObjectNode object) {
        return new Proposal(object, false);
    }
}
