package com.nineminds.temporal.operator.loop;

import static org.assertj.core.api.Assertions.assertThat;

import com.nineminds.temporal.api.v1alpha1.Phase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The strategies without steps: full capacity beside the old revision, and the old one to zero first. */
@LoopLevel
class StrategyLoopTest {
    private Story story;
    private String old;

    private void serve(String strategy) {
        story = Story.serving(worker(strategy, "one"));
        old = story.stable();
        story.audit.markFloor();
    }

    private static WorkerYaml worker(String strategy, String tag) {
        return WorkerYaml.image(tag).without("rollout.steps").with("rollout.strategy", strategy);
    }

    @AfterEach
    void close() {
        story.close();
    }

    @Test
    void all_at_once_runs_both_revisions_at_full_capacity_until_the_gates_passed() {
        serve("AllAtOnce");
        story.pollers.silence("two");

        story.apply(worker("AllAtOnce", "two"));
        String target = story.awaitCurrent(Phase.Gating).target().hash();

        assertThat(story.kubectl.ready(target)).isEqualTo(4);
        assertThat(story.kubectl.ready(old)).isEqualTo(4);
        story.pollers.hear("two");
        assertThat(story.awaitCurrent(Phase.Healthy).stable().hash()).isEqualTo(target);
        story.awaitThat(() -> assertThat(story.kubectl.replicas(old)).isZero());
        assertThat(story.audit.fewest()).as("available pods at any moment").isGreaterThanOrEqualTo(4);
    }

    @Test
    void all_at_once_is_rolled_back_without_the_old_revision_losing_a_pod() {
        serve("AllAtOnce");

        story.apply(worker("AllAtOnce", "two").simulate("crash"));
        String target = story.awaitCurrent(Phase.RolledBack).target().hash();

        assertThat(story.kubectl.replicas(target)).isZero();
        assertThat(story.kubectl.replicas(old)).isEqualTo(4);
        assertThat(story.audit.fewest()).as("available pods at any moment").isEqualTo(4);
    }

    @Test
    void recreate_never_runs_both_revisions_at_a_time() {
        serve("Recreate");

        story.apply(worker("Recreate", "two"));
        String target = story.awaitCurrent(Phase.Healthy).stable().hash();

        assertThat(target).isNotEqualTo(old);
        assertThat(story.kubectl.ready(target)).isEqualTo(4);
        assertThat(story.kubectl.pods(old)).isEmpty();
        assertThat(story.audit.revisionsAtATime())
                .as("revisions with pods at any moment")
                .isEqualTo(1);
    }

    @Test
    void recreate_brings_the_old_revision_back_when_the_new_one_crashes() {
        serve("Recreate");

        story.apply(worker("Recreate", "two").simulate("crash"));
        String target = story.awaitCurrent(Phase.RolledBack).target().hash();

        assertThat(story.kubectl.ready(old)).isEqualTo(4);
        assertThat(story.kubectl.pods(target)).isEmpty();
        assertThat(story.audit.revisionsAtATime())
                .as("revisions with pods at any moment")
                .isEqualTo(1);
    }
}
