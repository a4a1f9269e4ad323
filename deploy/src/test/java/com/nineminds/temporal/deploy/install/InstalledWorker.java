package com.nineminds.temporal.deploy.install;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.nineminds.temporal.api.v1alpha1.Phase;
import com.nineminds.temporal.api.v1alpha1.TemporalWorker;
import com.nineminds.temporal.api.v1alpha1.TemporalWorkerStatus;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.apps.ControllerRevision;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.Resource;
import io.fabric8.kubernetes.client.readiness.Readiness;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A worker, and what the cluster made of it. */
final class InstalledWorker {
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final KubernetesClient client;
    private final InstallLevel level;
    private final String namespace;
    private final String name;

    InstalledWorker(KubernetesClient client, InstallLevel level, String namespace, String name) {
        this.client = client;
        this.level = level;
        this.namespace = namespace;
        this.name = name;
    }

    void apply(String version) {
        applyManifest(manifest(version));
    }

    /** @param podTemplate overrides, as YAML in one line */
    void apply(String version, String podTemplate) {
        applyManifest(manifest(version) + "  podTemplate: " + podTemplate + "\n");
    }

    /** With a NetworkPolicy that lets nothing pass but what every worker needs. */
    void applyBehindPolicy(String version) {
        applyManifest(manifest(version) + "  networkPolicy: {enabled: true}\n");
    }

    private String manifest(String version) {
        return """
                apiVersion: temporal.nineminds.com/v1alpha1
                kind: TemporalWorker
                metadata: {name: %5$s, namespace: %1$s}
                spec:
                  image: %2$s
                  temporal: {address: '%3$s', taskQueues: [%1$s]}
                  config: {VERSION: %4$s}
                  scaling: {replicas: 2}
                  resources: {requests: {cpu: 50m, memory: 128Mi}, limits: {memory: 384Mi}}
                  drain: {timeout: 10s}
                  terminationGracePeriodSeconds: 12
                  rollout:
                    steps: [{share: 50, hold: 15s}]
                    bake: 15s
                    deadline: 3m
                    gates: [{name: pollers, type: Pollers, interval: 1s, timeout: 30s}]
                """.formatted(namespace, level.worker(), level.temporal(), version, name);
    }

    private void applyManifest(String worker) {
        client.resource(Serialization.unmarshal(worker, TemporalWorker.class))
                .fieldManager("gitops")
                .forceConflicts()
                .serverSideApply();
    }

    TemporalWorkerStatus serve(String version) {
        apply(version);
        return awaitPhase(Phase.Healthy);
    }

    /** The phase, for the spec as it is now. */
    TemporalWorkerStatus awaitPhase(Phase phase) {
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(200)).untilAsserted(() -> {
            TemporalWorker worker = resource().get();
            TemporalWorkerStatus status =
                    Optional.ofNullable(worker.getStatus()).orElseThrow(() -> new AssertionError("no status yet"));
            assertThat(status.observedGeneration())
                    .isEqualTo(worker.getMetadata().getGeneration());
            assertThat(status.phase()).as(status.message()).isEqualTo(phase);
        });
        return status();
    }

    TemporalWorkerStatus status() {
        return resource().get().getStatus();
    }

    Resource<TemporalWorker> resource() {
        return client.resources(TemporalWorker.class).inNamespace(namespace).withName(name);
    }

    /** Pods that are not about to go, and how often their containers were started again. */
    Map<String, Integer> pods() {
        return client.pods().inNamespace(namespace).list().getItems().stream()
                .filter(pod -> pod.getMetadata().getDeletionTimestamp() == null)
                .collect(Collectors.toMap(pod -> pod.getMetadata().getUid(), InstalledWorker::restarts));
    }

    private static int restarts(Pod pod) {
        return pod.getStatus().getContainerStatuses().stream()
                .mapToInt(each -> each.getRestartCount())
                .sum();
    }

    /** What would change if a revision were made anew or edited: each Deployment's generation, each record's revision. */
    Map<String, Long> revisions() {
        Map<String, Long> deployments = of(
                client.apps().deployments().inNamespace(namespace).list().getItems(),
                deployment -> deployment.getMetadata().getGeneration());
        deployments.putAll(of(
                client.resources(ControllerRevision.class)
                        .inNamespace(namespace)
                        .list()
                        .getItems(),
                ControllerRevision::getRevision));
        return deployments;
    }

    private static <T extends HasMetadata> Map<String, Long> of(List<T> objects, Function<T, Long> number) {
        return objects.stream()
                .collect(Collectors.toMap(
                        each -> each.getKind() + each.getMetadata().getUid(), number));
    }

    /** Any pod of it that is Ready and is not about to go. */
    Pod pod() {
        return client
                .pods()
                .inNamespace(namespace)
                .withLabel("temporal.nineminds.com/worker", name)
                .list()
                .getItems()
                .stream()
                .filter(pod -> pod.getMetadata().getDeletionTimestamp() == null)
                .filter(Readiness::isPodReady)
                .findFirst()
                .orElseThrow();
    }

    PodShell shell(Pod pod) {
        return new PodShell(client, namespace, pod.getMetadata().getName(), "worker");
    }

    Deployment deployment(String hash) {
        return client.apps()
                .deployments()
                .inNamespace(namespace)
                .withName(name + "-" + hash)
                .require();
    }
}
