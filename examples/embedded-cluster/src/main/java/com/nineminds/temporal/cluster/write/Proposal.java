package com.nineminds.temporal.cluster.write;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * What an object is to become.
 *
 * @param object a fresh tree
 */
public record Proposal(ObjectNode object, Origin origin) {
    /** How a client said it. */
    public enum Origin {
        /** As a whole. */
        SENT,
        /** As a patch of any kind but an apply. */
        PATCHED,
        /** As a server-side apply: the {@code managedFields} are already those of the result. */
        APPLIED
    }

    public static Proposal of(ObjectNode object) {
        return new Proposal(object, Origin.SENT);
    }

    public static Proposal patched(ObjectNode object) {
        return new Proposal(object, Origin.PATCHED);
    }

    public static Proposal applied(ObjectNode object) {
        return new Proposal(object, Origin.APPLIED);
    }

    boolean owned() {
        return origin == Origin.APPLIED;
    }
}
