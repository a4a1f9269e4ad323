package com.nineminds.temporal.cluster.write;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** What a client wants an object to become. Asked again when the object changed meanwhile. */
@FunctionalInterface
public interface Change {
    /** The proposal for the object as it is now, which is only read. */
    Proposal propose(ObjectNode current);
}
