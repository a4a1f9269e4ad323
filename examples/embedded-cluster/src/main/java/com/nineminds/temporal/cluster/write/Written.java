package com.nineminds.temporal.cluster.write;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * What came of a write.
 *
 * @param object as stored, or as it would be stored in a dry run
 * @param created there was no such object before
 * @param warnings for the client to show
 */
public record Written(ObjectNode object, boolean created, List<String> warnings) {}
