package com.nineminds.temporal.cluster.store;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/**
 * One change.
 *
 * @param revision the global resource version that the change made
 * @param object the object after the change; for a deletion its last state under the new resource version
 * @param previous the object before the change, empty when it was added
 */
public record StoreEvent(
        EventType type, long revision, ObjectKey key, ObjectNode object, Optional<ObjectNode> previous) {}
