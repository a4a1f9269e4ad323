package com.nineminds.temporal.operator.observe;

import static org.assertj.core.api.Assertions.assertThat;

import com.nineminds.temporal.api.v1alpha1.TemporalWorker;
import com.nineminds.temporal.operator.decide.GateReading;
import com.nineminds.temporal.operator.decide.GateVerdict;
import com.nineminds.temporal.operator.decide.Revisions;
import com.nineminds.temporal.operator.decide.Scale;
import com.nineminds.temporal.operator.decide.Verb;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.OwnerReferenceBuilder;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.ServiceBuilder;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Everything that one reconcile knows. */
class WorkerObserverTest {
    private static final Instant NOW = Instant.parse("2026-01-01T12:00:30Z");
    private static final Children NOTHING = new Children(List.of(), List.of(), List.of(), List.of());
    private static final String VALID = "scaling: {autoscaling: {minReplicas: 3, maxReplicas: 5}}\n";

    private final WorkerObserver observer = new WorkerObserver(Duration.ofSeconds(10));

    @Test
    void aNewWorkerHasATargetAndNoPast() {
        WorkerView view = observer.observe(Objects.worker(VALID), NOTHING, List.of(), Map.of(), NOW);

        assertThat(view.observation().target()).isPresent();
        assertThat(view.data(view.observation().target().orElseThrow())).isEqualTo(view.target());
        assertThat(view.records().revisions()).isEqualTo(Revisions.NONE);
        assertThat(view.policy().scale()).isEqualTo(Scale.between(3, 5));
        assertThat(view.policy().stability()).isEqualTo(Duration.ofSeconds(10));
    }

    @Test
    void anInvalidSpecHasNoTargetAndSaysWhy() {
        WorkerView view = observer.observe(
                Objects.worker(VALID + "terminationGracePeriodSeconds: 1"), NOTHING, List.of(), Map.of(), NOW);

        assertThat(view.observation().target()).isEmpty();
        assertThat(view.spec()).isEmpty();
        assertThat(view.violations()).isNotEmpty();
    }

    @Test
    void podsAndDeploymentsAreSummedUpByRevision() {
        Pod stranger = Objects.pod("{}");
        stranger.getMetadata().setName("orders-blue-1");
        stranger.getMetadata().setLabels(Map.of("temporal.nineminds.com/revision", "blue"));
        Pod ready =
                Objects.pod("conditions: [{type: Ready, status: 'True', lastTransitionTime: '2026-01-01T12:00:20Z'}]");
        ready.getMetadata().setLabels(Map.of("temporal.nineminds.com/revision", "green"));
        Children children = new Children(
                List.of(), List.of(Objects.deployment("replicas: 2", "{}")), List.of(stranger, ready), List.of());

        WorkerView view = observer.observe(Objects.worker(VALID), children, List.of(), Map.of(), NOW);

        assertThat(view.observation().fleet("green").desired()).isEqualTo(2);
        assertThat(view.observation().fleet("green").stable()).isEqualTo(1);
        assertThat(view.observation().fleet("blue").total()).isEqualTo(1);
        assertThat(view.pods("blue")).hasSize(1);
    }

    @Test
    void whatADeletedWorkerOfTheSameNameLeftIsNotThisOnes() {
        Deployment left = controlledBy("gone");
        Deployment mine = controlledBy("uid");
        Deployment orphan = Objects.deployment("replicas: 2", "{}");
        Pod pod = Objects.pod("{}");
        pod.getMetadata().setOwnerReferences(left.getMetadata().getOwnerReferences());

        Children children =
                new Children(List.of(), List.of(left, mine, orphan), List.of(pod), List.of(left)).controlledBy("uid");

        assertThat(children.deployments()).containsExactly(mine, orphan);
        assertThat(children.others()).isEmpty();
        assertThat(children.pods()).containsExactly(pod);
    }

    private static Deployment controlledBy(String uid) {
        Deployment deployment = Objects.deployment("replicas: 2", "{}");
        deployment
                .getMetadata()
                .setOwnerReferences(List.of(new OwnerReferenceBuilder()
                        .withUid(uid)
                        .withController(true)
                        .build()));
        return deployment;
    }

    @Test
    void verbsAndReadingsAreHandedOn() {
        TemporalWorker worker = Objects.worker(VALID);
        worker.getMetadata().setAnnotations(Map.of("temporal.nineminds.com/abort", "green"));
        GateReading reading = new GateReading("green-1", 0, "pollers", GateVerdict.PASSED, "seen");

        WorkerView view = observer.observe(worker, NOTHING, List.of(reading), Map.of(), NOW);

        assertThat(view.observation().verbs().all()).containsExactly(new Verb(Verb.Kind.ABORT, "green"));
        assertThat(view.observation().gates()).containsExactly(reading);
    }

    @Test
    void aChildIsFoundByKindAndName() {
        ConfigMap config = new ConfigMapBuilder()
                .withNewMetadata()
                .withName("orders")
                .endMetadata()
                .build();
        Children children = new Children(
                List.of(),
                List.of(Objects.deployment("{}", "{}")),
                List.of(),
                List.of(
                        new ServiceBuilder()
                                .withNewMetadata()
                                .withName("orders")
                                .endMetadata()
                                .build(),
                        config));

        assertThat(children.find(new ConfigMapBuilder(config).build())).containsSame(config);
        assertThat(children.deployment("green")).isPresent();
        assertThat(children.deployment("blue")).isEmpty();
        assertThat(children.revision("green")).isEmpty();
        assertThat(Children.revision(config)).isEmpty();
    }
}
