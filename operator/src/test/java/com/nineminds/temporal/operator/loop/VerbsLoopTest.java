package com.nineminds.temporal.operator.loop;

import static org.assertj.core.api.Assertions.assertThat;

import com.nineminds.temporal.api.v1alpha1.Phase;
import com.nineminds.temporal.api.v1alpha1.TemporalWorkerStatus;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What people do to a rollout: pause, abort, retry, promote, approve, change their mind. */
@LoopLevel
class VerbsLoopTest {
    private Story story;
    private String old;

    @BeforeEach
    void serveTheFirstRevision() {
        story = Story.serving(WorkerYaml.image("one"));
        old = story.stable();
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
        story.awaitEvent("Paused");
        story.awaitEvent("Resumed");
    }

    @Test
    void an_aborted_rollout_is_rolled_back_and_its_token_is_used_up() {
        story.apply(WorkerYaml.image("two").with("rollout.steps", "[{share: 25, hold: 10m}]"));
        String target = story.awaitCurrent(Phase.Holding).target().hash();

        story.annotate("abort", target);

        TemporalWorkerStatus status = story.awaitPhase(Phase.RolledBack);
        assertThat(status.rejected().get(0).reason()).isEqualTo("Aborted");
        assertThat(story.kubectl.replicas(old)).isEqualTo(4);
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
        assertThat(story.kubectl.replicas(target)).isEqualTo(4);
    }

    @Test
    void going_back_to_the_stable_spec_withdraws_the_rollout_at_once() {
        story.apply(WorkerYaml.image("two").with("rollout.steps", "[{share: 25, hold: 10m}]"));
        String target = story.awaitCurrent(Phase.Holding).target().hash();

        story.apply(WorkerYaml.image("one"));

        assertThat(story.awaitCurrent(Phase.Healthy).stable().hash()).isEqualTo(old);
        story.awaitThat(() -> assertThat(story.kubectl.replicas(target)).isZero());
        story.awaitEvent("Reverted");
    }

    @Test
    void a_newer_spec_supersedes_the_rollout_under_way() {
        story.apply(WorkerYaml.image("two").with("rollout.steps", "[{share: 25, hold: 10m}]"));
        String second = story.awaitCurrent(Phase.Holding).target().hash();

        story.apply(WorkerYaml.image("three"));

        String third = story.awaitCurrent(Phase.Healthy).stable().hash();
        assertThat(third).isNotIn(old, second);
        story.awaitThat(() -> assertThat(story.kubectl.replicas(second)).isZero());
    }

    @Test
    void an_approval_takes_the_place_of_evidence_for_its_step_only() {
        story.pollers.down(true);
        story.apply(WorkerYaml.image("two")
                .with("rollout.steps", "[{share: 50, hold: 0s}]")
                .with("rollout.gates", "[{name: pollers, type: Pollers, interval: 1s, errorLimit: 0}]"));
        String target = story.awaitCurrent(Phase.Paused).target().hash();

        story.annotate("approve", target + "#1");

        story.await(status -> {
            assertThat(status.phase()).isEqualTo(Phase.Paused);
            assertThat(status.rollout().step())
                    .as("the step after the approved one")
                    .isEqualTo(1);
        });
        story.awaitEvent("Approved");
        assertThat(story.kubectl.events("Approved")).hasSize(1);
    }

    @Test
    void fatal_evidence_rolls_back_a_paused_rollout() {
        WorkerYaml two = WorkerYaml.image("two").with("rollout.steps", "[{share: 50, hold: 10m}]");
        story.apply(two);
        String target = story.awaitCurrent(Phase.Holding).target().hash();
        story.apply(two.with("rollout.paused", "true"));
        story.awaitCurrent(Phase.Paused);
        story.awaitThat(() -> assertThat(story.kubectl.pods(old)).hasSize(2));

        story.crash(target);

        assertThat(story.awaitCurrent(Phase.RolledBack).rejected().get(0).reason())
                .isEqualTo("CrashLoop");
        assertThat(story.kubectl.ready(old)).isEqualTo(4);
    }

    @Test
    void a_repeated_retry_needs_a_new_token() {
        story.apply(WorkerYaml.image("two").simulate("crash"));
        String target = story.awaitCurrent(Phase.RolledBack).target().hash();
        story.annotate("retry", target);
        story.await(status -> {
            assertThat(status.rollout().attempt()).isEqualTo(2);
            assertThat(status.phase()).isEqualTo(Phase.RolledBack);
        });

        story.annotate("retry", target + "#2");

        story.await(status -> {
            assertThat(status.rollout().attempt()).isEqualTo(3);
            assertThat(status.phase()).isEqualTo(Phase.RolledBack);
        });
        assertThat(story.kubectl.replicas(old)).isEqualTo(4);
    }

    @Test
    void a_verb_for_another_revision_changes_nothing_and_is_told_once_even_over_a_restart() {
        story.annotate("abort", old);
        story.annotate("retry", "0123456789");
        story.awaitThat(() -> assertThat(story.kubectl.events("VerbStale")).hasSize(2));

        story.restartOperator();
        story.apply(WorkerYaml.image("two"));

        assertThat(story.awaitCurrent(Phase.Healthy).stable().hash()).isNotEqualTo(old);
        assertThat(story.kubectl.events("VerbStale"))
                .as("the second token is stale for another reason now")
                .hasSizeLessThanOrEqualTo(3);
    }
}
