package com.nineminds.temporal.operator.loop;

import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.Set;

/** An API server with the CRD installed, and what else it can do. */
interface Cluster extends AutoCloseable {
    Config config();

    KubernetesClient client();

    Set<Capability> capabilities();

    @Override
    void close();
}
