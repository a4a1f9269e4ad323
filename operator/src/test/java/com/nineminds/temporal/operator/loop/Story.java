package com.nineminds.temporal.operator.loop;

import static org.assertj.core.api.Assertions.assertThat;

import com.nineminds.temporal.api.v1alpha1.ConditionStatus;
import com.nineminds.temporal.api.v1alpha1.Phase;
import com.nineminds.temporal.api.v1alpha1.TemporalWorker;
import com.nineminds.temporal.api.v1alpha1.TemporalWorkerStatus;
import com.nineminds.temporal.operator.OperatorConfig;
import com.nineminds.temporal.operator.OperatorProcess;
import io.fabric8.kubernetes.api.model.Event;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.Resource;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;

/** One worker called {@code mail} in a namespace of its own, and an operator that watches only that namespace. */
final class Story implements AutoCloseable {
    static final String NAME = "mail";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    final MovableClock clock = new MovableClock();
    final KubernetesClient client;
    final String namespace;
    final ScriptedPollers pollers;
    private final Cluster cluster;
    private OperatorProcess operator;

    Story(Cluster cluster) {
        this.cluster = cluster;
        this.client = cluster.client();
        this.namespace = "story-" + UUID.randomUUID().toString().substring(0, 8);
        this.pollers = new ScriptedPollers(() -> client, clock);
        client.resource(new NamespaceBuilder()
                        .withNewMetadata()
                        .withName(namespace)
                        .endMetadata()
                        .build())
                .create();
        this.operator = startOperator();
    }

    private OperatorProcess startOperator() {
        OperatorConfig config =
                OperatorConfig.defaults().withStability(Duration.ofMillis(500)).watching(Set.of(namespace));
        return OperatorProcess.start(config, cluster.config(), pollers, clock);
    }

    void restartOperator() {
        operator.close();
        operator = startOperator();
    }

    void stopOperator() {
        operator.close();
    }

    void startOperatorAgain() {
        operator = startOperator();
    }

    void apply(WorkerYaml worker) {
        client.resource(worker.build(namespace))
                .forceConflicts()
                .fieldManager("gitops")
                .serverSideApply();
    }

    void annotate(String key, String value) {
        resource()
                .patch(
                        PatchContext.of(PatchType.JSON_MERGE),
                        "{\"metadata\":{\"annotations\":{\"temporal.nineminds.com/" + key + "\":\"" + value + "\"}}}");
    }

    void advance(Duration by) {
        clock.advance(by);
        operator.nudge(namespace, NAME);
    }

    Resource<TemporalWorker> resource() {
        return client.resources(TemporalWorker.class).inNamespace(namespace).withName(NAME);
    }

    TemporalWorkerStatus status() {
        return Optional.ofNullable(resource().get().getStatus()).orElseThrow(() -> new AssertionError("no status yet"));
    }

    TemporalWorkerStatus awaitPhase(Phase phase) {
        return await(status -> assertThat(status.phase()).as(status.message()).isEqualTo(phase));
    }

    /** The phase, for the spec as it is now. */
    TemporalWorkerStatus awaitCurrent(Phase phase) {
        long generation = resource().get().getMetadata().getGeneration();
        return await(status -> {
            assertThat(status.observedGeneration()).isEqualTo(generation);
            assertThat(status.phase()).as(status.message()).isEqualTo(phase);
        });
    }

    TemporalWorkerStatus await(Consumer<TemporalWorkerStatus> expectation) {
        org.awaitility.Awaitility.await()
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(50))
                .untilAsserted(() -> expectation.accept(status()));
        return status();
    }

    static String condition(TemporalWorkerStatus status, String type) {
        return Optional.ofNullable(status.conditions()).orElse(List.of()).stream()
                .filter(each -> each.type().equals(type))
                .map(ConditionStatus::status)
                .findFirst()
                .orElse("absent");
    }

    Deployment deployment(String hash) {
        return client.apps()
                .deployments()
                .inNamespace(namespace)
                .withName(NAME + "-" + hash)
                .get();
    }

    void awaitPod(String hash) {
        awaitThat(() -> assertThat(client.pods()
                        .inNamespace(namespace)
                        .withLabel("temporal.nineminds.com/revision", hash)
                        .list()
                        .getItems())
                .isNotEmpty());
    }

    int replicas(String hash) {
        return Optional.ofNullable(deployment(hash))
                .map(each -> each.getSpec().getReplicas())
                .orElse(0);
    }

    List<String> events() {
        return client.v1().events().inNamespace(namespace).list().getItems().stream()
                .filter(event ->
                        "TemporalWorker".equals(event.getInvolvedObject().getKind()))
                .map(Event::getReason)
                .toList();
    }

    Map<String, String> labels() {
        return Map.of("temporal.nineminds.com/worker", NAME);
    }

    void awaitThat(Runnable assertion) {
        org.awaitility.Awaitility.await().atMost(PATIENCE).untilAsserted(assertion::run);
    }

    @Override
    public void close() {
        operator.close();
        client.namespaces().withName(namespace).delete();
    }
}
