package com.nineminds.temporal.operator.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.nineminds.temporal.api.v1alpha1.ConditionStatus;
import com.nineminds.temporal.api.v1alpha1.Phase;
import com.nineminds.temporal.api.v1alpha1.TemporalWorker;
import com.nineminds.temporal.api.v1alpha1.TemporalWorkerStatus;
import com.nineminds.temporal.operator.OperatorProcess;
import com.nineminds.temporal.operator.config.OperatorConfig;
import com.nineminds.temporal.operator.loop.wire.Wire;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.Resource;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

/** One worker called {@code mail} in a namespace of its own, and an operator that watches only that namespace. */
final class Story implements AutoCloseable {
    static final String NAME = "mail";
    private static final Duration PATIENCE = Duration.ofMinutes(4);

    final MovableClock clock = new MovableClock();
    final KubernetesClient client;
    final String namespace;
    final ScriptedPollers pollers;
    final Kubectl kubectl;
    final Audit audit;
    private final Cluster cluster;
    private Wire wire;
    private OperatorProcess operator;
    private Runnable whileWaiting = () -> {};

    /** With an operator that has nothing to do yet. */
    static Story open() {
        Story story = new Story(Clusters.shared());
        story.startOperator();
        return story;
    }

    /** Without an operator; the test brings its own. */
    static Story idle() {
        return new Story(Clusters.shared());
    }

    /** @return a story in which revision {@code one} serves */
    static Story serving(WorkerYaml one) {
        Story story = open();
        story.apply(one);
        story.awaitCurrent(Phase.Healthy);
        return story;
    }

    private Story(Cluster cluster) {
        assumeThat(cluster.capabilities()).as("pods must run without an image").contains(Capability.SIMULATED_PODS);
        this.cluster = cluster;
        this.client = cluster.client();
        this.namespace = "story-" + UUID.randomUUID().toString().substring(0, 8);
        this.pollers = new ScriptedPollers(client, namespace, clock);
        this.kubectl = new Kubectl(client, namespace);
        client.resource(new NamespaceBuilder()
                        .withNewMetadata()
                        .withName(namespace)
                        .endMetadata()
                        .build())
                .create();
        this.audit = new Audit(client, namespace);
    }

    void startOperator() {
        wire = cluster.wire();
        startOperator(wire);
    }

    /** Through a wire on which faults may wait already. */
    void startOperator(Wire way) {
        wire = way;
        operator = OperatorProcess.start(config(), way.config(), pollers, clock);
    }

    OperatorConfig config() {
        return OperatorConfig.defaults().withStability(Duration.ofMillis(500)).watching(Set.of(namespace));
    }

    /** What the operator would tell Prometheus. */
    String metrics() {
        return operator.metrics();
    }

    Wire newWire() {
        return cluster.wire();
    }

    void stopOperator() {
        if (operator != null) {
            operator.close();
            wire.close();
        }
    }

    void restartOperator() {
        stopOperator();
        startOperator();
    }

    /** Between the operator that runs and the API server. */
    Wire wire() {
        return wire;
    }

    void apply(WorkerYaml worker) {
        client.resource(worker.build(namespace))
                .forceConflicts()
                .fieldManager("gitops")
                .serverSideApply();
    }

    /** @param key of a verb, such as {@code retry} */
    void annotate(String key, String value) {
        resource()
                .patch(
                        PatchContext.of(PatchType.JSON_MERGE),
                        "{\"metadata\":{\"annotations\":{\"temporal.nineminds.com/" + key + "\":\"" + value + "\"}}}");
    }

    void advance(Duration by) {
        clock.advance(by);
        nudge();
    }

    /** A resync, as far as the operator can tell. */
    void nudge() {
        operator.nudge(namespace, NAME);
    }

    Resource<TemporalWorker> resource() {
        return client.resources(TemporalWorker.class).inNamespace(namespace).withName(NAME);
    }

    TemporalWorkerStatus status() {
        return Optional.ofNullable(resource().get().getStatus()).orElseThrow(() -> new AssertionError("no status yet"));
    }

    String target() {
        return status().target().hash();
    }

    String stable() {
        return status().stable().hash();
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
        awaitThat(() -> expectation.accept(status()));
        return status();
    }

    void awaitThat(Runnable assertion) {
        try {
            Awaitility.await()
                    .pollInSameThread()
                    .atMost(PATIENCE)
                    .pollInterval(Duration.ofMillis(50))
                    .untilAsserted(() -> {
                        whileWaiting.run();
                        assertion.run();
                    });
        } catch (ConditionTimeoutException e) {
            throw new AssertionError(
                    e.getMessage() + "\n" + kubectl.describe() + "\nlast requests: "
                            + (wire == null ? "unknown" : wire.last(20)),
                    e);
        }
    }

    /** Done every time the story looks whether what it waits for has happened. */
    void whileWaiting(Runnable work) {
        whileWaiting = work;
    }

    /** Every pod of the revision, once the node has told of all of them, keeps crashing. */
    void crash(String hash) {
        awaitThat(() -> assertThat(kubectl.pods(hash))
                .isNotEmpty()
                .allSatisfy(pod ->
                        assertThat(pod.getStatus().getContainerStatuses()).isNotEmpty()));
        kubectl.crash(hash);
    }

    void awaitEvent(String reason) {
        awaitThat(() -> assertThat(kubectl.events(reason)).as(reason).isNotEmpty());
    }

    static String condition(TemporalWorkerStatus status, String type) {
        return Optional.ofNullable(status.conditions()).orElse(List.of()).stream()
                .filter(each -> each.type().equals(type))
                .map(ConditionStatus::status)
                .findFirst()
                .orElse("absent");
    }

    @Override
    public void close() {
        audit.close();
        stopOperator();
        client.namespaces().withName(namespace).delete();
    }
}
