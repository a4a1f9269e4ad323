package com.nineminds.temporal.cluster.node;

import com.nineminds.temporal.cluster.api.PodLogs;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.time.Clock;

/** A node of the cluster: it reports itself and does something with the pods that are bound to it. */
public interface ClusterNode extends AutoCloseable {
    String name();

    /** Registers the node and takes on its pods; {@code client} stays the caller's to close. */
    void start(KubernetesClient client, Clock clock);

    /** The output of the containers on this node. */
    default PodLogs logs() {
        return PodLogs.NONE;
    }

    /**
     * The node is not heard of any more: it turns NotReady, its pods are evicted and stay {@code Terminating} until
     * {@link #restore}.
     */
    void lose();

    /** The node is back: it confirms the deletions that it missed and goes on with the pods that are left. */
    void restore();

    /** Ends everything that the node runs. */
    @Override
    void close();
}
