package com.nineminds.temporal.operator.loop;

import static org.assertj.core.api.Assertions.assertThat;

import com.nineminds.temporal.api.v1alpha1.Phase;
import com.nineminds.temporal.api.v1alpha1.TemporalWorkerStatus;
import com.nineminds.temporal.operator.gate.Frontend;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A worker that never served: there is nothing to restore, and a good revision must not wait for a bad one. */
@LoopLevel
class FirstRolloutLoopTest {
    private Story story;

    @BeforeEach
    void open() {
        story = Story.open();
    }

    @AfterEach
    void close() {
        story.close();
    }

    @Test
    void a_first_revision_that_crashes_is_rejected_and_says_why() {
        story.apply(WorkerYaml.image("one").simulate("crash"));

        TemporalWorkerStatus status = story.awaitCurrent(Phase.Degraded);
        assertThat(status.reason()).isEqualTo("InitialRolloutFailed");
        assertThat(status.message()).contains("CrashLoop");
        assertThat(Story.condition(status, "Stalled")).isEqualTo("True");
        assertThat(Story.condition(status, "Available")).isEqualTo("False");
        story.awaitEvent("InitialRolloutFailed");
    }

    @Test
    void a_good_revision_after_a_failed_first_one_is_rolled_out_without_steps() {
        story.apply(WorkerYaml.image("one").simulate("crash"));
        String bad = story.awaitCurrent(Phase.Degraded).target().hash();

        story.apply(WorkerYaml.image("two").with("rollout.steps", "[{share: 25, hold: 1h}]"));

        assertThat(story.awaitCurrent(Phase.Healthy).stable().hash()).isNotEqualTo(bad);
        assertThat(story.kubectl.replicas(bad)).isZero();
    }

    @Test
    void a_good_revision_does_not_wait_for_a_first_one_that_is_still_on_its_way() {
        story.apply(WorkerYaml.image("one").simulate("unready"));
        String stuck = story.awaitCurrent(Phase.Progressing).target().hash();

        story.apply(WorkerYaml.image("two"));

        assertThat(story.awaitCurrent(Phase.Healthy).stable().hash()).isNotEqualTo(stuck);
        story.awaitThat(() -> assertThat(story.kubectl.replicas(stuck)).isZero());
    }

    @Test
    void the_first_revision_needs_evidence_too() {
        story.pollers.silence("one");
        story.apply(WorkerYaml.image("one"));
        story.awaitCurrent(Phase.Gating);

        story.advance(Duration.ofSeconds(61));

        assertThat(story.awaitCurrent(Phase.Degraded).rejected().get(0).reason())
                .isEqualTo("NoPollers");
    }

    @Test
    void evidence_is_asked_for_as_the_worker_is_told_to_speak_to_temporal() {
        story.apply(
                WorkerYaml.image("one")
                        .with(
                                "temporal",
                                "{address: 'temporal.example:7233', taskQueues: [mail], tls: {serverName: frontend.internal,"
                                        + " caSecretRef: {name: authority}, clientCertificateSecretRef: {name: mail-temporal}}}"));

        story.awaitCurrent(Phase.Healthy);

        assertThat(story.pollers.asked())
                .containsExactly(new Frontend("temporal.example:7233", true, Optional.of("frontend.internal")));
    }

    @Test
    void a_failed_first_revision_is_tried_again_when_a_retry_names_it() {
        story.pollers.silence("one");
        story.apply(WorkerYaml.image("one"));
        story.awaitCurrent(Phase.Gating);
        story.advance(Duration.ofSeconds(61));
        String hash = story.awaitCurrent(Phase.Degraded).target().hash();
        story.pollers.hear("one");

        story.annotate("retry", hash);

        TemporalWorkerStatus status = story.awaitCurrent(Phase.Healthy);
        assertThat(status.stable().hash()).isEqualTo(hash);
        assertThat(status.rollout().attempt()).isEqualTo(2);
    }
}
