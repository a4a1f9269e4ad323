package com.nineminds.temporal.operator.loop;

import static org.assertj.core.api.Assertions.assertThat;

import com.nineminds.temporal.api.v1alpha1.Phase;
import com.nineminds.temporal.api.v1alpha1.TemporalWorkerStatus;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What people do to a rollout: pause, abort, retry, promote, approve, change their mind. */
class VerbsLoopTest {
    private Story story;
    private String old;

    @BeforeEach
    void serveTheFirstRevision() {
        story = new Story(Clusters.shared());
        story.apply(WorkerYaml.image("one"));
        old = story.awaitCurrent(Phase.Healthy).stable().hash();
    }

    @AfterEach
    void close() {
        story.close();
    }

    @Test
    void a_paused_rollout_waits_and_goes_on_when_the_pause_ends() {
        WorkerYaml two = WorkerYaml.image("two");
        story.apply(two.with("rollout.paused", "true"));
        story.awaitCurrent(Phase.Paused);

        story.apply(two.with("rollout.paused", "false"));

        assertThat(story.awaitCurrent(Phase.Healthy).stable().hash()).isNotEqualTo(old);
        assertThat(story.events()).contains("Paused", "Resumed");
    }

    @Test
    void an_aborted_rollout_is_rolled_back_and_its_token_is_used_up() {
        story.apply(WorkerYaml.image("two").with("rollout.steps", "[{share: 25, hold: 10m}]"));
        String target = story.awaitCurrent(Phase.Holding).target().hash();

        story.annotate("abort", target);

        TemporalWorkerStatus status = story.awaitPhase(Phase.RolledBack);
        assertThat(status.rejected().get(0).reason()).isEqualTo("Aborted");
        assertThat(story.replicas(old)).isEqualTo(4);
    }

    @Test
    void a_rejected_revision_is_tried_again_only_when_a_retry_names_it() {
        WorkerYaml two = WorkerYaml.image("two").with("rollout.steps", "[{share: 25, hold: 10m}]");
        story.apply(two);
        String target = story.awaitCurrent(Phase.Holding).target().hash();
        story.annotate("abort", target);
        story.awaitPhase(Phase.RolledBack);

        story.apply(two.with("rollout.steps", "[{share: 50, hold: 1s}]"));
        assertThat(story.awaitCurrent(Phase.RolledBack).target().hash()).isEqualTo(target);
        story.annotate("retry", target);

        assertThat(story.awaitPhase(Phase.Healthy).stable().hash()).isEqualTo(target);
        assertThat(story.status().rollout().attempt()).isEqualTo(2);
    }

    @Test
    void promote_skips_what_is_left() {
        story.apply(WorkerYaml.image("two")
                .with("rollout.steps", "[{share: 25, hold: 10m}]")
                .with("rollout.bake", "10m"));
        String target = story.awaitCurrent(Phase.Holding).target().hash();

        story.annotate("promote", target);

        assertThat(story.awaitPhase(Phase.Healthy).stable().hash()).isEqualTo(target);
        assertThat(story.replicas(target)).isEqualTo(4);
    }

    @Test
    void going_back_to_the_stable_spec_withdraws_the_rollout_at_once() {
        story.apply(WorkerYaml.image("two").with("rollout.steps", "[{share: 25, hold: 10m}]"));
        String target = story.awaitCurrent(Phase.Holding).target().hash();

        story.apply(WorkerYaml.image("one"));

        assertThat(story.awaitCurrent(Phase.Healthy).stable().hash()).isEqualTo(old);
        story.awaitThat(() -> assertThat(story.replicas(target)).isZero());
        assertThat(story.events()).contains("Reverted");
    }

    @Test
    void a_newer_spec_supersedes_the_rollout_under_way() {
        story.apply(WorkerYaml.image("two").with("rollout.steps", "[{share: 25, hold: 10m}]"));
        String second = story.awaitCurrent(Phase.Holding).target().hash();

        story.apply(WorkerYaml.image("three"));

        String third = story.awaitCurrent(Phase.Healthy).stable().hash();
        assertThat(third).isNotIn(old, second);
        story.awaitThat(() -> assertThat(story.replicas(second)).isZero());
    }

    @Test
    void a_gate_without_evidence_pauses_and_goes_on_when_temporal_answers_again() {
        story.pollers.down(true);
        story.apply(WorkerYaml.image("two")
                .with("rollout.gates", "[{name: pollers, type: Pollers, interval: 1s, errorLimit: 0}]"));
        TemporalWorkerStatus blind = story.awaitCurrent(Phase.Paused);
        assertThat(blind.reason()).isEqualTo("GateInconclusive");

        story.pollers.down(false);

        assertThat(story.awaitCurrent(Phase.Healthy).stable().hash()).isNotEqualTo(old);
    }
}
