package com.nineminds.temporal.cluster.store;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** The objects of one resource, in the order of namespace and name, as of one resource version. */
public record Snapshot(long revision, List<ObjectNode> objects) {}
