package com.nineminds.temporal.cluster;

import com.nineminds.temporal.cluster.api.PodLogQuery;
import com.nineminds.temporal.cluster.api.PodLogs;
import com.nineminds.temporal.cluster.node.ClusterNode;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/** Asks every node: those that do not run the pod have nothing to say. */
final class NodeLogs implements PodLogs {
    private final List<ClusterNode> nodes;

    NodeLogs(List<ClusterNode> nodes) {
        this.nodes = nodes;
    }

    @Override
    public void write(PodLogQuery query, OutputStream out) throws IOException, InterruptedException {
        for (ClusterNode node : nodes) {
            node.logs().write(query, out);
        }
    }
}
