package com.nineminds.temporal.rehearsal.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.nineminds.temporal.api.v1alpha1.RolloutSpec;
import com.nineminds.temporal.api.v1alpha1.StepSpec;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ShortRolloutTest {
    private final List<String> told = new ArrayList<>();

    @Test
    void only_durations_change_and_each_change_is_told() {
        RolloutSpec shorter = ShortRollout.of(Serialization.unmarshal("""
                strategy: Progressive
                steps: [{share: 25, hold: 2m}, {share: 50, hold: 2m}]
                deadline: 10m
                bake: 10m
                historyLimit: 3
                """, RolloutSpec.class), told);

        assertThat(shorter.steps()).extracting(StepSpec::share).containsExactly(25, 50);
        assertThat(shorter.steps()).extracting(StepSpec::hold).containsOnly("3s");
        assertThat(shorter.historyLimit()).isEqualTo(3);
        assertThat(told)
                .contains(
                        "rollout.steps[25%].hold: 2m → 3s",
                        "rollout.steps[50%].hold: 2m → 3s", "rollout.deadline: 10m → 60s", "rollout.bake: 10m → 5s");
    }

    @Test
    void defaults_are_shortened_where_the_worker_says_nothing() {
        RolloutSpec shorter = ShortRollout.of(null, told);

        assertThat(shorter.steps()).isNull();
        assertThat(shorter.bake()).isEqualTo("5s");
        assertThat(told).contains("rollout.bake: default → 5s");
    }
}
