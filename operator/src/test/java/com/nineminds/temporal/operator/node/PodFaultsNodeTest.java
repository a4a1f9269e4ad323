package com.nineminds.temporal.operator.node;

import static org.assertj.core.api.Assertions.assertThat;

import com.nineminds.temporal.api.v1alpha1.Phase;
import com.nineminds.temporal.operator.config.OperatorConfig;
import com.nineminds.temporal.operator.loop.WorkerYaml;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Further ways in which a revision's pods fail on a kubelet, each rolled back for its own reason. */
class PodFaultsNodeTest {
    @RegisterExtension
    static final ServingWorker NODE =
            new ServingWorker(OperatorConfig.defaults().stability());

    private final NodeStory story = NODE.story();

    @Test
    void pods_that_never_get_ready_are_rolled_back_at_the_deadline() {
        story.rollsBack(hasty("mute").with("podTemplate", Misbehaviour.neverReady()), "ProgressDeadlineExceeded");
    }

    @Test
    void an_init_container_that_hangs_is_rolled_back_at_the_deadline() {
        String hangs = Misbehaviour.hangsInInit(NODE.level().image());

        story.rollsBack(hasty("stuck").with("podTemplate", hangs), "ProgressDeadlineExceeded");
    }

    @ParameterizedTest
    @ValueSource(strings = {"configMapKeyRef", "secretKeyRef"})
    void a_reference_to_configuration_that_is_missing_is_rolled_back(String kind) {
        String env = "[{name: SETTING, valueFrom: {" + kind + ": {name: nowhere, key: setting}}}]";

        story.rollsBack(story.worker("unset").with("env", env), "ConfigError");
    }

    @Test
    void a_pod_that_is_killed_for_memory_after_it_was_ready_is_rolled_back() {
        String stable = story.status().stable().hash();
        story.apply(story.worker("leaks")
                .with("podTemplate", Misbehaviour.leaks())
                .with("rollout.steps", "[{share: 50, hold: 10m}]"));
        String bad = story.awaitCurrent(Phase.Holding).target().hash();

        story.inEachPod(bad, "touch", Misbehaviour.APPETITE);

        assertThat(story.rolledBack(stable, "OOMKilled")).isEqualTo(bad);
        assertThat(story.timeline.fewestReady())
                .as("only the pod that was killed is missed")
                .isGreaterThanOrEqualTo(NodeStory.REPLICAS - 1);
    }

    /** With little patience: nothing of it will ever be ready. */
    private WorkerYaml hasty(String version) {
        return story.worker(version).with("rollout.deadline", "30s");
    }
}
