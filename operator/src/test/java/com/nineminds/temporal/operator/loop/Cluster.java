package com.nineminds.temporal.operator.loop;

import com.nineminds.temporal.operator.loop.wire.Wire;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.Set;

/** An API server with the CRD installed, and what else it can do. */
interface Cluster extends AutoCloseable {
    /** A way to the API server for one operator; closed by the caller. */
    Wire wire();

    /** As YAML, for an operator in a process of its own. */
    String kubeconfig();

    /** For the people and tools of a story. */
    KubernetesClient client();

    Set<Capability> capabilities();

    @Override
    void close();
}
