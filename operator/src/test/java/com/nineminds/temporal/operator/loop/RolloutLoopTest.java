package com.nineminds.temporal.operator.loop;

import static org.assertj.core.api.Assertions.assertThat;

import com.nineminds.temporal.api.v1alpha1.Phase;
import com.nineminds.temporal.api.v1alpha1.TemporalWorkerStatus;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Rollouts from the outside: what is applied, and what a platform engineer then sees. */
class RolloutLoopTest {
    private Story story;

    @BeforeEach
    void open() {
        story = new Story(Clusters.shared());
    }

    @AfterEach
    void close() {
        story.close();
    }

    private String healthy(WorkerYaml worker) {
        story.apply(worker);
        return story.awaitCurrent(Phase.Healthy).stable().hash();
    }

    @Test
    void a_new_worker_becomes_healthy_with_all_its_children() {
        String hash = healthy(WorkerYaml.image("one"));

        TemporalWorkerStatus status = story.status();
        assertThat(status.ready()).isEqualTo("4/4");
        assertThat(Story.condition(status, "Ready")).isEqualTo("True");
        assertThat(story.replicas(hash)).isEqualTo(4);
        assertThat(story.client
                        .serviceAccounts()
                        .inNamespace(story.namespace)
                        .withName("mail")
                        .get())
                .isNotNull();
        assertThat(story.client
                        .services()
                        .inNamespace(story.namespace)
                        .withName("mail")
                        .get())
                .isNotNull();
        assertThat(story.client
                        .configMaps()
                        .inNamespace(story.namespace)
                        .withName("mail-" + hash)
                        .get())
                .isNotNull();
        assertThat(story.client
                        .policy()
                        .v1()
                        .podDisruptionBudget()
                        .inNamespace(story.namespace)
                        .withName("mail")
                        .get())
                .isNotNull();
        assertThat(story.events()).contains("RolloutStarted", "Promoted");
    }

    @Test
    void a_good_revision_is_promoted_and_the_old_one_ends_at_zero() {
        String old = healthy(WorkerYaml.image("one"));

        String promoted = healthy(WorkerYaml.image("two"));

        assertThat(promoted).isNotEqualTo(old);
        assertThat(story.replicas(promoted)).isEqualTo(4);
        story.awaitThat(() -> assertThat(story.replicas(old)).isZero());
        assertThat(story.status().previous().hash()).isEqualTo(old);
    }

    @Test
    void a_crashing_revision_is_rolled_back_and_the_spec_is_left_alone() {
        String old = healthy(WorkerYaml.image("one"));

        story.apply(WorkerYaml.image("two").simulate("crash"));
        TemporalWorkerStatus status = story.awaitCurrent(Phase.RolledBack);

        String bad = status.target().hash();
        assertThat(status.stable().hash()).isEqualTo(old);
        assertThat(status.rejected()).anySatisfy(each -> {
            assertThat(each.hash()).isEqualTo(bad);
            assertThat(each.reason()).isEqualTo("CrashLoop");
        });
        assertThat(story.replicas(bad)).isZero();
        assertThat(story.replicas(old)).isEqualTo(4);
        assertThat(story.resource().get().getSpec().image()).endsWith(":two");
        assertThat(Story.condition(status, "Ready")).isEqualTo("False");
        assertThat(Story.condition(status, "Stalled")).isEqualTo("True");
        assertThat(Story.condition(status, "Available")).isEqualTo("True");
    }

    @Test
    void an_image_that_does_not_exist_is_rolled_back() {
        healthy(WorkerYaml.image("one"));

        story.apply(WorkerYaml.image("missing").simulate("image"));

        assertThat(story.awaitCurrent(Phase.RolledBack).rejected().get(0).reason())
                .isEqualTo("ImagePullFailed");
    }

    @Test
    void a_revision_that_is_ready_but_polls_nothing_is_rolled_back() {
        healthy(WorkerYaml.image("one"));

        story.pollers.silence("two");

        story.apply(WorkerYaml.image("two"));
        story.awaitCurrent(Phase.Gating);
        story.advance(Duration.ofSeconds(61));

        assertThat(story.awaitCurrent(Phase.RolledBack).rejected().get(0).reason())
                .isEqualTo("NoPollers");
    }

    @Test
    void a_revision_that_never_gets_ready_is_rolled_back_when_its_deadline_passes() {
        healthy(WorkerYaml.image("one"));

        story.apply(WorkerYaml.image("two").simulate("unready"));
        TemporalWorkerStatus status = story.awaitCurrent(Phase.Progressing);
        story.awaitPod(status.target().hash());
        story.advance(Duration.ofMinutes(10));

        assertThat(story.awaitCurrent(Phase.RolledBack).rejected().get(0).reason())
                .isEqualTo("ProgressDeadlineExceeded");
    }
}
