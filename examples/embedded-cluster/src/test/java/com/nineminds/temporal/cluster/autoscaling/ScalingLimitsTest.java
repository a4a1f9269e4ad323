package com.nineminds.temporal.cluster.autoscaling;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.autoscaling.v2.HPAScalingPolicy;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HPAScalingRules;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HPAScalingRulesBuilder;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscalerBuilder;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ScalingLimitsTest {
    private static final Instant START = Instant.parse("2030-01-01T00:00:00Z");
    private static final HPAScalingPolicy TWO_A_MINUTE = new HPAScalingPolicy(60, "Pods", 2);
    private static final HPAScalingPolicy DOUBLE_A_MINUTE = new HPAScalingPolicy(60, "Percent", 100);
    private static final HPAScalingPolicy A_TENTH_A_MINUTE = new HPAScalingPolicy(60, "Percent", 10);

    private final ScalingHistory history = new ScalingHistory();
    private HorizontalPodAutoscaler autoscaler = bounds(1, 100);
    private AutoscalerConditions conditions = new AutoscalerConditions(autoscaler, START);

    @Test
    void withoutAnyBehaviorATargetIsAtMostDoubledButMayAlwaysHaveFour() {
        assertThat(after(0, 1, 50)).isEqualTo(4);
        assertThat(conditions.hasReason(AutoscalerConditions.SCALING_LIMITED, "ScaleUpLimit"))
                .isTrue();
        assertThat(after(15, 10, 50)).isEqualTo(20);
        assertThat(after(30, 10, 12)).isEqualTo(12);
        assertThat(conditions.hasReason(AutoscalerConditions.SCALING_LIMITED, "DesiredWithinRange"))
                .isTrue();
    }

    @Test
    void withoutAnyBehaviorATargetShrinksToTheMostThatWasAskedForInFiveMinutes() {
        assertThat(after(0, 8, 8)).isEqualTo(8);
        assertThat(after(60, 8, 6)).isEqualTo(8);
        assertThat(conditions.hasReason(AutoscalerConditions.ABLE_TO_SCALE, "ScaleDownStabilized"))
                .isTrue();
        assertThat(after(301, 8, 2)).isEqualTo(6);
        assertThat(after(362, 6, 2)).isEqualTo(2);
    }

    @Test
    void theBoundsHoldWhateverIsAskedFor() {
        autoscaler = bounds(3, 5);
        assertThat(after(0, 4, 9)).isEqualTo(5);
        assertThat(conditions.hasReason(AutoscalerConditions.SCALING_LIMITED, "TooManyReplicas"))
                .isTrue();
        assertThat(after(600, 4, 0)).isEqualTo(3);
        assertThat(conditions.hasReason(AutoscalerConditions.SCALING_LIMITED, "TooFewReplicas"))
                .isTrue();
    }

    @Test
    void theLargestPolicyCountsUnlessTheSmallestIsSelected() {
        autoscaler = growing("Max");
        assertThat(after(0, 4, 50)).isEqualTo(8);
        autoscaler = growing("Min");
        assertThat(after(0, 4, 50)).isEqualTo(6);
        autoscaler = growing("Disabled");
        assertThat(after(0, 4, 50)).isEqualTo(4);
    }

    @Test
    void whatWasAddedWithinThePeriodIsUsedUp() {
        autoscaler = growing("Min");
        assertThat(after(0, 4, 50)).isEqualTo(6);
        history.scaled(4, 6, START);
        assertThat(after(30, 6, 50)).isEqualTo(6);
        assertThat(after(61, 6, 50)).isEqualTo(8);
    }

    @Test
    void growthWaitsUntilTheWholeWindowAsksForIt() {
        autoscaler = new HorizontalPodAutoscalerBuilder(growing("Max"))
                .editSpec()
                .editBehavior()
                .editScaleUp()
                .withStabilizationWindowSeconds(60)
                .endScaleUp()
                .endBehavior()
                .endSpec()
                .build();
        history.begin(4, START);
        assertThat(after(1, 4, 6)).isEqualTo(4);
        assertThat(conditions.hasReason(AutoscalerConditions.ABLE_TO_SCALE, "ScaleUpStabilized"))
                .isTrue();
        assertThat(after(62, 4, 7)).isEqualTo(7);
    }

    @Test
    void aTargetShrinksByAWholePodAtLeast() {
        autoscaler = growing("Max");
        assertThat(after(0, 15, 1)).as("90 % of 15, rounded down").isEqualTo(13);
        assertThat(after(0, 3, 1)).isEqualTo(2);
        assertThat(conditions.hasReason(AutoscalerConditions.SCALING_LIMITED, "ScaleDownLimit"))
                .isTrue();
    }

    private int after(int seconds, int current, int demanded) {
        Instant now = START.plusSeconds(seconds);
        conditions = new AutoscalerConditions(autoscaler, now);
        return ScalingLimits.of(autoscaler).apply(current, demanded, history, conditions, now);
    }

    private static HorizontalPodAutoscaler bounds(int min, int max) {
        return new HorizontalPodAutoscalerBuilder()
                .withNewSpec()
                .withMinReplicas(min)
                .withMaxReplicas(max)
                .endSpec()
                .build();
    }

    /** Grows by two or to the double, and shrinks by a tenth, a minute. */
    private static HorizontalPodAutoscaler growing(String select) {
        return new HorizontalPodAutoscalerBuilder(bounds(1, 100))
                .editSpec()
                .withNewBehavior()
                .withScaleUp(rules(select, TWO_A_MINUTE, DOUBLE_A_MINUTE))
                .withScaleDown(rules("Max", A_TENTH_A_MINUTE))
                .endBehavior()
                .endSpec()
                .build();
    }

    private static HPAScalingRules rules(String select, HPAScalingPolicy... policies) {
        return new HPAScalingRulesBuilder()
                .withStabilizationWindowSeconds(0)
                .withPolicies(policies)
                .withSelectPolicy(select)
                .build();
    }
}
