package com.nineminds.temporal.operator.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.nineminds.temporal.api.v1alpha1.Phase;
import com.nineminds.temporal.api.v1alpha1.RejectedStatus;
import com.nineminds.temporal.api.v1alpha1.TemporalWorker;
import com.nineminds.temporal.api.v1alpha1.TemporalWorkerStatus;
import com.nineminds.temporal.operator.OperatorProcess;
import com.nineminds.temporal.operator.config.OperatorConfig;
import com.nineminds.temporal.operator.config.TemporalConfig;
import com.nineminds.temporal.operator.loop.WorkerYaml;
import com.nineminds.temporal.operator.temporal.TemporalPollers;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.dsl.ExecWatch;
import io.fabric8.kubernetes.client.dsl.Resource;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;

/** One worker called {@code mail} in a namespace and on a task queue of its own, and an operator that watches only that namespace, under the role that is shipped. */
final class NodeStory implements AutoCloseable {
    private static final String CRD = "../crds/temporalworkers.temporal.nineminds.com-v1.yaml";
    static final int REPLICAS = 2;
    /** A busy machine may take a minute to start a worker. */
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    final KubernetesClient client;
    final String namespace = "node-" + UUID.randomUUID().toString().substring(0, 8);
    final Timeline timeline;
    final TemporalPollers pollers = new TemporalPollers(new TemporalConfig(Duration.ofSeconds(5), Optional.empty()));
    private final NodeLevel level;
    private final OperatorProcess operator;

    /** @param labels of the namespace */
    NodeStory(NodeLevel level, Duration stability, Map<String, String> labels) {
        this.level = level;
        this.client = new KubernetesClientBuilder().withConfig(level.cluster()).build();
        installCrd();
        client.resource(new NamespaceBuilder()
                        .withNewMetadata()
                        .withName(namespace)
                        .withLabels(labels)
                        .endMetadata()
                        .build())
                .create();
        this.timeline = new Timeline(client, namespace);
        OperatorConfig config =
                OperatorConfig.defaults().withStability(stability).watching(Set.of(namespace));
        this.operator = OperatorProcess.start(config, ShippedRole.grant(client, namespace), pollers, Clock.systemUTC());
    }

    private void installCrd() {
        try (InputStream crd = new FileInputStream(CRD)) {
            client.load(crd).serverSideApply();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The worker of the level's image, small and quick; {@code version} makes it a revision of its own. */
    WorkerYaml worker(String version) {
        return WorkerYaml.image(version)
                .with("image", level.image())
                .with("temporal", "{address: '" + level.temporalOfPods() + "', taskQueues: [" + taskQueue() + "]}")
                .with("config", "{VERSION: " + version + "}")
                .with("scaling", "{replicas: " + REPLICAS + "}")
                .with("resources", "{requests: {cpu: 50m, memory: 128Mi}, limits: {memory: 384Mi}}")
                .with("drain", "{timeout: 10s}")
                .with("terminationGracePeriodSeconds", "12")
                .with("rollout.steps", "[{share: 50, hold: 2s}]")
                .with("rollout.bake", "2s")
                .with("rollout.deadline", "3m")
                .with("rollout.gates", "[{name: pollers, type: Pollers, interval: 1s, timeout: 20s}]");
    }

    String taskQueue() {
        return namespace;
    }

    void apply(WorkerYaml worker) {
        client.resource(worker.build(namespace))
                .fieldManager("gitops")
                .forceConflicts()
                .serverSideApply();
    }

    /** Returns when this very worker is what serves, be it new or known. */
    String serve(WorkerYaml worker) {
        apply(worker);
        return awaitCurrent(Phase.Healthy).stable().hash();
    }

    /**
     * Returns when a bad revision is rolled back for this reason. Ready pods must never have been fewer than before, and the spec
     * must be as it was applied.
     *
     * @return the hash of the bad revision
     */
    String rollsBack(WorkerYaml bad, String reason) {
        String stable = status().stable().hash();
        apply(bad);
        String hash = rolledBack(stable, reason);
        assertThat(timeline.fewestReady()).isGreaterThanOrEqualTo(REPLICAS);
        return hash;
    }

    /** The end of {@link #rollsBack}: the stable revision serves at full strength, the target is rejected for this reason. */
    String rolledBack(String stable, String reason) {
        TemporalWorker asked = resource().get();
        TemporalWorkerStatus status = awaitCurrent(Phase.RolledBack);
        assertThat(rejection(status)).as(status.message()).isEqualTo(reason);
        assertThat(status.stable().hash()).isEqualTo(stable);
        assertThat(timeline.readyPods(pod -> pod.revision().equals(stable))).hasSizeGreaterThanOrEqualTo(REPLICAS);
        assertThat(deployment(status.target().hash()).getSpec().getReplicas()).isZero();
        TemporalWorker now = resource().get();
        assertThat(now.getMetadata().getGeneration())
                .isEqualTo(asked.getMetadata().getGeneration());
        assertThat(now.getSpec()).isEqualTo(asked.getSpec());
        return status.target().hash();
    }

    /** Why the target is rejected. */
    private static String rejection(TemporalWorkerStatus status) {
        return status.rejected().stream()
                .filter(each -> each.hash().equals(status.target().hash()))
                .map(RejectedStatus::reason)
                .findFirst()
                .orElse("not rejected");
    }

    /** The phase, for the spec as it is now. */
    TemporalWorkerStatus awaitCurrent(Phase phase) {
        long generation = resource().get().getMetadata().getGeneration();
        return awaitStatus(status -> {
            assertThat(status.observedGeneration()).isEqualTo(generation);
            assertThat(status.phase()).as(status.message()).isEqualTo(phase);
        });
    }

    TemporalWorkerStatus awaitStatus(Consumer<TemporalWorkerStatus> expectation) {
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(250)).untilAsserted(() -> expectation.accept(status()));
        return status();
    }

    TemporalWorkerStatus status() {
        return Optional.ofNullable(resource().get().getStatus()).orElseThrow(() -> new AssertionError("no status yet"));
    }

    /** Runs a command in the worker container of every Ready pod of a revision. */
    void inEachPod(String hash, String... command) {
        for (String pod : timeline.readyPods(each -> each.revision().equals(hash))) {
            try (ExecWatch run = client.pods()
                    .inNamespace(namespace)
                    .withName(pod)
                    .inContainer("worker")
                    .redirectingOutput()
                    .exec(command)) {
                assertThat(run.exitCode().join()).isZero();
            }
        }
    }

    Deployment deployment(String hash) {
        return client.apps()
                .deployments()
                .inNamespace(namespace)
                .withName("mail-" + hash)
                .require();
    }

    Resource<TemporalWorker> resource() {
        return client.resources(TemporalWorker.class).inNamespace(namespace).withName("mail");
    }

    @Override
    public void close() {
        operator.close();
        pollers.close();
        timeline.close();
        client.namespaces().withName(namespace).delete();
        client.close();
    }
}
