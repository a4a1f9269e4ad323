package com.nineminds.temporal.cluster;

import com.nineminds.temporal.cluster.node.ClusterNode;
import com.nineminds.temporal.cluster.node.SimulatedNode;
import java.time.Clock;
import java.util.List;

/**
 * How an embedded cluster is started.
 *
 * @param port of the API server on the loopback interface; 0, the default, takes a free one
 * @param clock for every time that the cluster writes and every timer of its controllers
 * @param nodes at least one; they are closed with the cluster
 */
public record EmbeddedClusterOptions(int port, Clock clock, List<ClusterNode> nodes) {
    public EmbeddedClusterOptions {
        nodes = List.copyOf(nodes);
        if (nodes.isEmpty()) {
            throw new IllegalArgumentException(
                    "nodes: a cluster needs at least one; pass a SimulatedNode or a ProcessNode");
        }
    }

    /** One simulated node. */
    public static EmbeddedClusterOptions simulated() {
        return with(SimulatedNode.named("node-1"));
    }

    public static EmbeddedClusterOptions with(ClusterNode... nodes) {
        return new EmbeddedClusterOptions(0, Clock.systemUTC(), List.of(nodes));
    }

    public EmbeddedClusterOptions withPort(int other) {
        return new EmbeddedClusterOptions(other, clock, nodes);
    }

    public EmbeddedClusterOptions withClock(Clock other) {
        return new EmbeddedClusterOptions(port, other, nodes);
    }
}
