package com.nineminds.temporal.operator.loop;

import static org.assertj.core.api.Assertions.assertThat;

import com.nineminds.temporal.api.v1alpha1.Phase;
import com.nineminds.temporal.api.v1alpha1.TemporalWorkerStatus;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Rollouts from the outside: what is applied, and what a platform engineer then sees. */
@LoopLevel
class RolloutLoopTest {
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
    void a_new_worker_becomes_healthy_with_all_its_children() {
        TemporalWorkerStatus status = story.status();

        assertThat(status.ready()).isEqualTo("4/4");
        assertThat(Story.condition(status, "Ready")).isEqualTo("True");
        assertThat(story.kubectl.replicas(old)).isEqualTo(4);
        assertThat(story.client
                        .serviceAccounts()
                        .inNamespace(story.namespace)
                        .withName("mail")
                        .get())
                .isNotNull();
        assertThat(story.kubectl.service().get()).isNotNull();
        assertThat(story.kubectl.configMap(old).get()).isNotNull();
        assertThat(story.kubectl.budget().get()).isNotNull();
        story.awaitEvent("RolloutStarted");
        story.awaitEvent("Promoted");
    }

    @Test
    void a_good_revision_is_promoted_and_the_old_one_ends_at_zero() {
        story.audit.markFloor();

        story.apply(WorkerYaml.image("two"));
        String promoted = story.awaitCurrent(Phase.Healthy).stable().hash();

        assertThat(promoted).isNotEqualTo(old);
        assertThat(story.kubectl.replicas(promoted)).isEqualTo(4);
        story.awaitThat(() -> assertThat(story.kubectl.replicas(old)).isZero());
        assertThat(story.status().previous().hash()).isEqualTo(old);
        assertThat(story.audit.fewest()).as("available pods at any moment").isGreaterThanOrEqualTo(4);
    }

    @Test
    void a_crashing_revision_is_rolled_back_and_the_spec_is_left_alone() {
        story.audit.markFloor();

        story.apply(WorkerYaml.image("two").simulate("crash"));
        TemporalWorkerStatus status = story.awaitCurrent(Phase.RolledBack);

        String bad = status.target().hash();
        assertThat(status.stable().hash()).isEqualTo(old);
        assertThat(status.rejected()).anySatisfy(each -> {
            assertThat(each.hash()).isEqualTo(bad);
            assertThat(each.reason()).isEqualTo("CrashLoop");
        });
        assertThat(story.kubectl.replicas(bad)).isZero();
        assertThat(story.kubectl.replicas(old)).isEqualTo(4);
        assertThat(story.audit.fewest()).as("available pods at any moment").isEqualTo(4);
        assertThat(story.resource().get().getSpec().image()).endsWith(":two");
        assertThat(Story.condition(status, "Ready")).isEqualTo("False");
        assertThat(Story.condition(status, "Stalled")).isEqualTo("True");
        assertThat(Story.condition(status, "Available")).isEqualTo("True");
    }

    @Test
    void a_crash_is_rolled_back_by_the_event_that_shows_it_while_no_time_passes() {
        story.clock.freeze();

        story.apply(WorkerYaml.image("two").simulate("crash"));

        assertThat(story.awaitCurrent(Phase.RolledBack).rejected().get(0).reason())
                .isEqualTo("CrashLoop");
    }

    @Test
    void an_image_that_does_not_exist_is_rolled_back() {
        story.apply(WorkerYaml.image("missing").simulate("image"));

        assertThat(story.awaitCurrent(Phase.RolledBack).rejected().get(0).reason())
                .isEqualTo("ImagePullFailed");
    }

    @Test
    void a_revision_that_is_ready_but_polls_nothing_is_rolled_back() {
        story.pollers.silence("two");

        story.apply(WorkerYaml.image("two"));
        story.awaitCurrent(Phase.Gating);
        story.advance(Duration.ofSeconds(61));

        assertThat(story.awaitCurrent(Phase.RolledBack).rejected().get(0).reason())
                .isEqualTo("NoPollers");
    }

    @Test
    void a_revision_that_never_gets_ready_is_rolled_back_when_its_deadline_passes() {
        story.apply(WorkerYaml.image("two").simulate("unready"));
        TemporalWorkerStatus status = story.awaitCurrent(Phase.Progressing);
        story.awaitThat(
                () -> assertThat(story.kubectl.pods(status.target().hash())).isNotEmpty());
        story.advance(Duration.ofMinutes(10));

        assertThat(story.awaitCurrent(Phase.RolledBack).rejected().get(0).reason())
                .isEqualTo("ProgressDeadlineExceeded");
    }

    @Test
    void a_revision_that_fails_while_it_bakes_is_rolled_back_to_the_full_capacity() {
        story.apply(WorkerYaml.image("two").with("rollout.bake", "10m"));
        String target = story.awaitCurrent(Phase.Baking).target().hash();
        story.awaitThat(() -> assertThat(story.kubectl.pods(old)).hasSize(1));

        story.crash(target);

        TemporalWorkerStatus status = story.awaitCurrent(Phase.RolledBack);
        assertThat(status.rejected().get(0).reason()).isEqualTo("CrashLoop");
        assertThat(story.kubectl.ready(old)).isEqualTo(4);
        assertThat(story.kubectl.replicas(target)).isZero();
    }

    @Test
    void going_back_to_an_older_promoted_revision_takes_no_steps_and_no_gates() {
        story.apply(WorkerYaml.image("two"));
        story.awaitCurrent(Phase.Healthy);
        story.pollers.down(true);

        story.apply(WorkerYaml.image("one").with("rollout.steps", "[{share: 25, hold: 1h}]"));

        assertThat(story.awaitCurrent(Phase.Healthy).stable().hash()).isEqualTo(old);
        assertThat(story.kubectl.replicas(old)).isEqualTo(4);
    }

    @Test
    void revisions_beyond_the_history_limit_are_deleted_with_their_children() {
        WorkerYaml brief = WorkerYaml.image("two").with("rollout.historyLimit", "1");
        story.apply(brief);
        String two = story.awaitCurrent(Phase.Healthy).stable().hash();
        story.apply(brief.with("image", "registry.example/mail:three"));
        String three = story.awaitCurrent(Phase.Healthy).stable().hash();

        story.awaitThat(() -> {
            assertThat(story.kubectl.record(old).get()).isNull();
            assertThat(story.kubectl.deployment(old).get()).isNull();
            assertThat(story.kubectl.configMap(old).get()).isNull();
        });
        assertThat(story.kubectl.record(two).get()).isNotNull();
        assertThat(story.kubectl.replicas(three)).isEqualTo(4);
    }

    @Test
    void a_revision_of_which_the_Deployment_is_refused_is_rejected_with_the_words_of_the_API_server() {
        story.apply(WorkerYaml.image("two")
                .with(
                        "podTemplate",
                        "{spec: {containers: [{name: worker, volumeMounts: [{name: nowhere, mountPath: /data}]}]}}"));

        TemporalWorkerStatus status = story.awaitCurrent(Phase.RolledBack);
        assertThat(status.stable().hash()).isEqualTo(old);
        assertThat(status.rejected().get(0).reason()).isEqualTo("ObjectRefused");
        assertThat(status.rejected().get(0).evidence()).contains("nowhere");
        assertThat(story.kubectl.replicas(old)).isEqualTo(4);
    }
}
