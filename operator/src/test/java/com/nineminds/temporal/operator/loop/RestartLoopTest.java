package com.nineminds.temporal.operator.loop;

import static org.assertj.core.api.Assertions.assertThat;

import com.nineminds.temporal.api.v1alpha1.Phase;
import com.nineminds.temporal.operator.decide.Transition;
import com.nineminds.temporal.operator.loop.wire.Call;
import io.fabric8.kubernetes.api.model.apps.ReplicaSet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** An operator may die at any moment; the next one goes on where it was. */
@Isolated
@LoopLevel
class RestartLoopTest {
    private Story story;

    @AfterEach
    void close() {
        if (story != null) {
            story.close();
        }
    }

    @ParameterizedTest
    @EnumSource(RestartStory.class)
    void an_operator_that_dies_after_every_record_leaves_the_same_story(RestartStory plot) {
        story = Story.serving(WorkerYaml.image("one"));
        Succession operators = Succession.afterEvery(Call.writing("controllerrevisions"), story);

        plot.tell(story, operators);

        Chronicle chronicle = Chronicle.of(story.audit.records());
        assertThat(chronicle.missing(plot.rows))
                .as("moves that were not made, of %s", chronicle)
                .isEmpty();
        assertThat(operators.deaths()).as("deaths").isGreaterThanOrEqualTo(plot.rows.size());
        assertPodTemplatesNeverChanged();
    }

    @Test
    void an_operator_that_dies_after_every_single_write_still_rolls_back() {
        story = Story.serving(WorkerYaml.image("one"));
        String old = story.stable();
        Succession operators = Succession.afterEvery(Call.anyWrite(), story);

        story.apply(WorkerYaml.image("two").simulate("crash"));
        String bad = story.awaitCurrent(Phase.RolledBack).target().hash();

        story.awaitThat(() -> {
            assertThat(story.kubectl.replicas(bad)).isZero();
            assertThat(story.kubectl.ready(old)).isEqualTo(4);
        });
        assertThat(Chronicle.of(story.audit.records()).attempts(bad)).isEqualTo(1);
        assertThat(operators.deaths()).isGreaterThan(5);
        assertPodTemplatesNeverChanged();
    }

    @Test
    void an_operator_that_dies_after_every_single_write_still_promotes_a_first_revision() {
        story = Story.open();
        Succession operators = Succession.afterEvery(Call.anyWrite(), story);

        story.apply(WorkerYaml.image("one"));
        String hash = story.awaitCurrent(Phase.Healthy).stable().hash();

        story.awaitThat(() -> assertThat(story.kubectl.ready(hash)).isEqualTo(4));
        assertThat(Chronicle.of(story.audit.records()).attempts(hash)).isEqualTo(1);
        assertThat(operators.deaths()).isGreaterThan(5);
        assertPodTemplatesNeverChanged();
    }

    @Test
    void every_move_of_a_rollout_is_told() {
        List<Transition> told = new ArrayList<>(RestartStory.NOT_TOLD);
        Arrays.stream(RestartStory.values()).forEach(plot -> told.addAll(plot.rows));

        assertThat(told).contains(Transition.values());
    }

    private void assertPodTemplatesNeverChanged() {
        assertThat(story.client.apps().replicaSets().inNamespace(story.namespace).list().getItems().stream()
                        .collect(Collectors.groupingBy(RestartLoopTest::deployment, Collectors.counting())))
                .as("ReplicaSets per Deployment")
                .allSatisfy((deployment, sets) -> assertThat(sets).isEqualTo(1));
    }

    private static String deployment(ReplicaSet set) {
        return set.getMetadata().getOwnerReferences().get(0).getName();
    }
}
