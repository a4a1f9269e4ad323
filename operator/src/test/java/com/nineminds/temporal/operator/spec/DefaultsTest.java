package com.nineminds.temporal.operator.spec;

import static org.assertj.core.api.Assertions.assertThat;

import com.nineminds.temporal.api.v1alpha1.Defaults;
import com.nineminds.temporal.api.v1alpha1.TemporalSpec;
import com.nineminds.temporal.api.v1alpha1.TemporalWorkerSpec;
import com.nineminds.temporal.operator.decide.Scale;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The schema and the rules assume the defaults that the operator applies. */
class DefaultsTest {
    private final EffectiveSpec spec = EffectiveSpec.of("worker", minimal());

    @Test
    void the_schema_defaults_a_field_to_what_the_operator_would() {
        assertThat(spec.pod().temporal().namespace()).isEqualTo(Defaults.TEMPORAL_NAMESPACE);
        assertThat(spec.pod().settings().profile()).hasToString(Defaults.PROFILE);
        assertThat(spec.pod().healthPort()).isEqualTo(Defaults.HEALTH_PORT);
        assertThat(spec.pod().shutdown().drain()).isEqualTo(Durations.parse(Defaults.DRAIN_TIMEOUT));
        assertThat(spec.scaling().min()).isEqualTo(Defaults.MIN_REPLICAS);
        assertThat(spec.scaling().max()).isEqualTo(Defaults.MAX_REPLICAS);
    }

    @Test
    void the_schema_defaults_a_rollout_to_what_the_operator_would() {
        var rollout = RolloutPolicies.of(null, Scale.fixed(2), Duration.ZERO);
        assertThat(rollout.strategy()).hasToString(Defaults.STRATEGY);
        assertThat(rollout.deadline()).isEqualTo(Durations.parse(Defaults.DEADLINE));
        assertThat(rollout.bake()).isEqualTo(Durations.parse(Defaults.BAKE));
        assertThat(rollout.historyLimit()).isEqualTo(Defaults.HISTORY_LIMIT);
    }

    private static TemporalWorkerSpec minimal() {
        return new TemporalWorkerSpec(
                "worker:1",
                null,
                new TemporalSpec("temporal.example.com:7233", null, List.of("orders"), null, null),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }
}
