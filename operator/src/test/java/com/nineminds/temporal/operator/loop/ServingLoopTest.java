package com.nineminds.temporal.operator.loop;

import static org.assertj.core.api.Assertions.assertThat;

import com.nineminds.temporal.api.v1alpha1.Phase;
import com.nineminds.temporal.api.v1alpha1.TemporalWorkerStatus;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/**
 * What serves goes on serving: bad pods outside a rollout, a Temporal that is down, a spec that cannot be used. Alone, because the
 * definition changes for a moment and a real API server then drops the watches of everybody.
 */
@Isolated
@LoopLevel
class ServingLoopTest {
    private Story story;
    private String hash;

    @BeforeEach
    void serveTheFirstRevision() {
        story = Story.serving(WorkerYaml.image("one"));
        hash = story.stable();
    }

    @AfterEach
    void close() {
        story.close();
    }

    @Test
    void a_serving_revision_that_crashes_is_degraded_and_never_rolled_back() {
        story.apply(WorkerYaml.image("two"));
        String two = story.awaitCurrent(Phase.Healthy).stable().hash();

        story.crash(two);

        story.await(status -> {
            assertThat(status.phase()).isEqualTo(Phase.Degraded);
            assertThat(status.reason()).isEqualTo("CrashLoop");
            assertThat(Story.condition(status, "Ready")).isEqualTo("False");
            assertThat(Story.condition(status, "Available")).isEqualTo("False");
        });
        story.advance(Duration.ofHours(1));
        Idleness.await(story);
        assertThat(story.status().phase()).isEqualTo(Phase.Degraded);
        assertThat(story.stable()).isEqualTo(two);
        assertThat(story.kubectl.replicas(two)).isEqualTo(4);
        assertThat(story.kubectl.replicas(hash)).isZero();
    }

    @Test
    void a_serving_revision_that_heals_is_healthy_again() {
        story.kubectl.loseReadiness(hash);
        assertThat(story.awaitPhase(Phase.Degraded).reason()).isEqualTo("ServingUnhealthy");

        story.client.pods().inNamespace(story.namespace).delete();

        story.await(status -> {
            assertThat(status.phase()).isEqualTo(Phase.Healthy);
            assertThat(status.ready()).isEqualTo("4/4");
        });
    }

    @Test
    void an_outage_of_temporal_pauses_a_rollout_rolls_nothing_back_and_the_rollout_goes_on_afterwards() {
        story.pollers.down(true);
        story.apply(WorkerYaml.image("two")
                .with("rollout.gates", "[{name: pollers, type: Pollers, interval: 1s, errorLimit: 0}]"));
        TemporalWorkerStatus blind = story.awaitCurrent(Phase.Paused);
        assertThat(blind.reason()).isEqualTo("GateInconclusive");
        assertThat(Story.condition(blind, "Paused")).isEqualTo("True");
        String target = blind.target().hash();

        story.advance(Duration.ofHours(10));
        Idleness.await(story);

        assertThat(story.status().phase()).isEqualTo(Phase.Paused);
        assertThat(story.kubectl.ready(target)).as("the step's pods stay").isEqualTo(1);
        story.pollers.down(false);
        assertThat(story.awaitCurrent(Phase.Healthy).stable().hash()).isEqualTo(target);
        story.awaitEvent("GateInconclusive");
    }

    @Test
    void an_invalid_spec_that_slipped_past_admission_is_named_and_what_serves_is_healed() {
        Bypass.admission(
                story.client,
                () -> story.apply(WorkerYaml.image("two")
                        .with("rollout.steps", "[{share: 50, hold: 1s}, {share: 25, hold: 1s}]")));

        TemporalWorkerStatus status = story.awaitCurrent(Phase.Invalid);
        assertThat(status.reason()).isEqualTo("InvalidSpec");
        assertThat(status.message()).contains("rollout.steps");
        assertThat(Story.condition(status, "Stalled")).isEqualTo("True");
        story.kubectl.deployment(hash).delete();
        story.awaitThat(() -> assertThat(story.kubectl.ready(hash)).isEqualTo(4));
        assertThat(story.kubectl.records()).hasSize(1);

        story.apply(WorkerYaml.image("two"));
        assertThat(story.awaitCurrent(Phase.Healthy).stable().hash()).isNotEqualTo(hash);
    }
}
