package com.nineminds.temporal.benchmark;

import com.nineminds.temporal.api.v1alpha1.Phase;
import com.nineminds.temporal.api.v1alpha1.TemporalWorker;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.informers.SharedIndexInformer;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Workers of one namespace that differ in name only. */
final class Fleet implements AutoCloseable {
    private final KubernetesClient client;
    private final String namespace;
    private final String temporal;
    private final SharedIndexInformer<TemporalWorker> workers;

    /** @param temporal address that every worker names; its gate measures and decides nothing, as simulated pods poll nothing */
    Fleet(KubernetesClient client, String namespace, String temporal) {
        this.client = client;
        this.namespace = namespace;
        this.temporal = temporal;
        client.namespaces()
                .resource(new NamespaceBuilder()
                        .withNewMetadata()
                        .withName(namespace)
                        .endMetadata()
                        .build())
                .serverSideApply();
        workers = client.resources(TemporalWorker.class).inNamespace(namespace).inform();
    }

    /** Applies the workers from a number on, each with this image. */
    void apply(int from, int to, String tag, Optional<String> simulate) {
        IntStream.range(from, to)
                .forEach(number -> client.resource(worker(number, tag, simulate))
                        .fieldManager("benchmark")
                        .forceConflicts()
                        .serverSideApply());
    }

    private TemporalWorker worker(int number, String tag, Optional<String> simulate) {
        String yaml = """
                apiVersion: temporal.nineminds.com/v1alpha1
                kind: TemporalWorker
                metadata: {name: w-%04d, namespace: %s}
                spec:
                  image: registry.example/mail:%s
                  temporal: {address: "%s", taskQueues: [mail]}
                  scaling: {replicas: 2}
                  rollout:
                    steps: [{share: 50, hold: 1s}]
                    bake: 1s
                    gates: [{name: pollers, type: Pollers, interval: 1m, dryRun: true}]
                %s
                """;
        String behaviour = simulate.map(how -> "  podTemplate: {metadata: {annotations: {simulate: " + how + "}}}")
                .orElse("");
        return Serialization.unmarshal(
                String.format(Locale.ROOT, yaml, number, namespace, tag, temporal, behaviour), TemporalWorker.class);
    }

    /** How many workers stand where, as their status tells about the spec of today. */
    Map<Phase, Long> phases() {
        return workers.getStore().list().stream()
                .filter(Fleet::current)
                .collect(Collectors.groupingBy(
                        worker ->
                                Optional.ofNullable(worker.getStatus().phase()).orElse(Phase.Pending),
                        TreeMap::new,
                        Collectors.counting()));
    }

    private static boolean current(TemporalWorker worker) {
        return worker.getStatus() != null
                && worker.getMetadata()
                        .getGeneration()
                        .equals(worker.getStatus().observedGeneration());
    }

    @Override
    public void close() {
        workers.stop();
        client.namespaces().withName(namespace).delete();
    }
}
