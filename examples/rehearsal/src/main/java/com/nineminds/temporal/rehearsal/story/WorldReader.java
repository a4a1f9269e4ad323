package com.nineminds.temporal.rehearsal.story;

import com.nineminds.temporal.api.v1alpha1.TemporalWorker;
import com.nineminds.temporal.operator.health.PodView;
import com.nineminds.temporal.operator.observe.Children;
import com.nineminds.temporal.operator.observe.PodViews;
import com.nineminds.temporal.operator.resources.Labels;
import com.nineminds.temporal.rehearsal.view.World;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reads one moment of a worker from the API server, as any user could. */
public final class WorldReader {
    private final KubernetesClient client;
    private final String namespace;
    private final String name;

    public WorldReader(KubernetesClient client, String namespace, String name) {
        this.client = client;
        this.namespace = namespace;
        this.name = name;
    }

    public Optional<TemporalWorker> worker() {
        return Optional.ofNullable(client.resources(TemporalWorker.class)
                .inNamespace(namespace)
                .withName(name)
                .get());
    }

    /** Empty until the operator has reported something. */
    public Optional<World> read() {
        return worker().flatMap(worker -> Optional.ofNullable(worker.getStatus()))
                .map(status -> new World(name, status, replicas(), pods()));
    }

    private Map<String, Integer> replicas() {
        return client
                .apps()
                .deployments()
                .inNamespace(namespace)
                .withLabel(Labels.WORKER, name)
                .list()
                .getItems()
                .stream()
                .collect(Collectors.toMap(
                        Children::revision,
                        deployment -> Optional.ofNullable(deployment.getSpec().getReplicas())
                                .orElse(1)));
    }

    private List<PodView> pods() {
        return client.pods().inNamespace(namespace).withLabel(Labels.WORKER, name).list().getItems().stream()
                .map(pod -> PodViews.of(pod, Children.revision(pod)))
                .toList();
    }
}
