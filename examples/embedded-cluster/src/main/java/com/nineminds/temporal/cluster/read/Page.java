package com.nineminds.temporal.cluster.read;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * A part of a list.
 *
 * @param continuation token of the next page, empty when this is the last
 * @param remaining how many objects follow; 0 when there are none or selectors make it unknown
 */
public record Page(long revision, List<ObjectNode> objects, String continuation, int remaining) {}
