package com.nineminds.temporal.cluster.write;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * What came of a deletion.
 *
 * @param object its last state
 * @param gone false while finalizers or a grace period hold it back
 */
public record Deleted(ObjectNode object, boolean gone) {}
