package com.nineminds.temporal.cluster.subresource;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nineminds.temporal.cluster.json.Json;
import com.nineminds.temporal.cluster.write.Proposal;

/** The finalizers in the specification of a namespace; it goes when the last is gone. */
public final class Finalization {
    private Finalization() {}

    /** The namespace with the finalizers of another state of it. */
    public static Proposal change(ObjectNode current, ObjectNode wanted) {
        ObjectNode next = current.deepCopy();
        Json.child(next, "spec").set("finalizers", Json.arrayOf(Json.texts(wanted, "spec", "finalizers")));
        return Proposal.of(next);
    }
}
