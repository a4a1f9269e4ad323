package com.nineminds.temporal.cluster.write;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** What a client wants an object to become. Called again when the object changed meanwhile. */
@FunctionalInterface
public interface Change {
    /** Returns a fresh tree; {@code current} is only read. */
    ObjectNode propose(ObjectNode current);
}
