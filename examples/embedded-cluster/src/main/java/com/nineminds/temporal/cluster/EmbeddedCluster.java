package com.nineminds.temporal.cluster;

import com.nineminds.temporal.cluster.api.ApiServer;
import com.nineminds.temporal.cluster.api.ApiServerOptions;
import com.nineminds.temporal.cluster.autoscaling.ScriptedMetrics;
import com.nineminds.temporal.cluster.controllers.Controllers;
import com.nineminds.temporal.cluster.node.ClusterNode;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * A small Kubernetes cluster inside this process: API server, garbage collection, controllers, scheduler and nodes. For
 * trying and testing only.
 */
public final class EmbeddedCluster implements AutoCloseable {
    private final EmbeddedClusterOptions options;
    private final ApiServer apiServer;
    private final KubernetesClient client;
    private final ScriptedMetrics metrics = new ScriptedMetrics();
    private final Deque<AutoCloseable> running = new ArrayDeque<>();

    private EmbeddedCluster(EmbeddedClusterOptions options) {
        this.options = options;
        this.apiServer = ApiServer.start(ApiServerOptions.defaults()
                .withPort(options.port())
                .withClock(options.clock())
                .withAdmissions(options.admissions())
                .withLogs(new NodeLogs(options.nodes())));
        running.push(apiServer);
        this.client = connect("embedded-cluster-user");
    }

    /** Starts everything; nodes are ready when this returns. */
    public static EmbeddedCluster start(EmbeddedClusterOptions options) {
        EmbeddedCluster cluster = new EmbeddedCluster(options);
        try {
            cluster.startParts();
            return cluster;
        } catch (RuntimeException failed) {
            cluster.close();
            throw failed;
        }
    }

    private void startParts() {
        running.push(Controllers.start(connect("kube-controller-manager"), options.clock(), metrics));
        for (ClusterNode node : options.nodes()) {
            KubernetesClient kubelet = connect("kubelet");
            running.push(node);
            node.start(kubelet, options.clock());
        }
    }

    private KubernetesClient connect(String userAgent) {
        Config config = new ConfigBuilder(apiServer.clientConfig())
                .withUserAgent(userAgent)
                .build();
        KubernetesClient made = new KubernetesClientBuilder().withConfig(config).build();
        running.push(made);
        return made;
    }

    /** A client of the cluster's own; closed with the cluster. */
    public KubernetesClient client() {
        return client;
    }

    /** A kubeconfig for this cluster, as YAML. */
    public String kubeconfig() {
        return apiServer.kubeconfig();
    }

    public ApiServer apiServer() {
        return apiServer;
    }

    /** What autoscalers see; nothing is measured until it is scripted here. */
    public ScriptedMetrics metrics() {
        return metrics;
    }

    /** The first node. */
    public ClusterNode node() {
        return options.nodes().get(0);
    }

    public List<ClusterNode> nodes() {
        return options.nodes();
    }

    /** Ends nodes with their processes, controllers and the API server, in this order. */
    @Override
    public void close() {
        RuntimeException failure = null;
        while (!running.isEmpty()) {
            try {
                running.pop().close();
            } catch (Exception failed) {
                failure = failure == null
                        ? new IllegalStateException("the cluster did not end cleanly", failed)
                        : failure;
            }
        }
        if (failure != null) {
            throw failure;
        }
    }
}
