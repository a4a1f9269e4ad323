package com.nineminds.temporal.cluster;

import com.nineminds.temporal.cluster.admission.Admission;
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
 * @param admissions plug-ins that change or refuse objects, in their order; none by default
 */
public record EmbeddedClusterOptions(int port, Clock clock, List<ClusterNode> nodes, List<Admission> admissions) {
    public EmbeddedClusterOptions {
        admissions = List.copyOf(admissions);
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
        return new EmbeddedClusterOptions(0, Clock.systemUTC(), List.of(nodes), List.of());
    }

    public EmbeddedClusterOptions withPort(int other) {
        return new EmbeddedClusterOptions(other, clock, nodes, admissions);
    }

    public EmbeddedClusterOptions withClock(Clock other) {
        return new EmbeddedClusterOptions(port, other, nodes, admissions);
    }

    public EmbeddedClusterOptions withAdmissions(Admission... other) {
        return new EmbeddedClusterOptions(port, clock, nodes, List.of(other));
    }
}
