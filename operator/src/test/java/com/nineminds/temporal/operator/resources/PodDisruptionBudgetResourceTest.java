package com.nineminds.temporal.operator.resources;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudgetSpec;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PodDisruptionBudgetResourceTest {
    private static final WorkerRef WORKER = new WorkerRef("shop", "orders", "uid");

    @ParameterizedTest
    @CsvSource({"1, 2", "1, 10", "0, 1", "9, 10", "50%, 2", "50%, 3", "0%, 1", "99%, 200", "66%, 3"})
    void a_budget_that_a_drain_can_meet_is_kept(String minAvailable, int serving) {
        PodDisruptionBudgetSpec spec = spec(minAvailable, serving);

        assertThat(spec.getMinAvailable()).isEqualTo(intOrString(minAvailable));
        assertThat(spec.getMaxUnavailable()).isNull();
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "1, 0", "3, 3", "5, 3", "50%, 1", "67%, 3", "100%, 10", "91%, 10"})
    void a_budget_that_would_block_a_drain_for_ever_lets_one_pod_go_at_a_time(String minAvailable, int serving) {
        PodDisruptionBudgetSpec spec = spec(minAvailable, serving);

        assertThat(spec.getMinAvailable()).isNull();
        assertThat(spec.getMaxUnavailable()).isEqualTo(new IntOrString(1));
    }

    @Test
    void it_counts_the_serving_revisions_together_and_lets_broken_pods_go() {
        PodDisruptionBudgetSpec spec = PodDisruptionBudgetResource.desired(
                        WORKER, new TreeSet<>(List.of("z", "b")), new IntOrString(1), 4)
                .getSpec();

        assertThat(spec.getUnhealthyPodEvictionPolicy()).isEqualTo("AlwaysAllow");
        assertThat(spec.getSelector().getMatchLabels())
                .containsOnlyKeys(Labels.WORKER)
                .containsValue("orders");
        assertThat(spec.getSelector().getMatchExpressions()).singleElement().satisfies(expression -> {
            assertThat(expression.getKey()).isEqualTo(Labels.REVISION);
            assertThat(expression.getOperator()).isEqualTo("In");
            assertThat(expression.getValues()).containsExactly("b", "z");
        });
    }

    @Test
    void there_is_no_budget_over_nothing() {
        assertThatThrownBy(() -> PodDisruptionBudgetResource.desired(WORKER, new TreeSet<>(), new IntOrString(1), 0))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static PodDisruptionBudgetSpec spec(String minAvailable, int serving) {
        return PodDisruptionBudgetResource.desired(
                        WORKER, new TreeSet<>(List.of("b")), intOrString(minAvailable), serving)
                .getSpec();
    }

    private static IntOrString intOrString(String text) {
        return text.endsWith("%") ? new IntOrString(text) : new IntOrString(Integer.parseInt(text));
    }
}
