package com.nineminds.temporal.operator.spec;

import static org.assertj.core.api.Assertions.assertThat;

import com.nineminds.temporal.api.v1alpha1.GateType;
import com.nineminds.temporal.api.v1alpha1.NoData;
import com.nineminds.temporal.api.v1alpha1.Strategy;
import com.nineminds.temporal.operator.decide.GatePolicy;
import com.nineminds.temporal.operator.decide.RolloutPolicy;
import com.nineminds.temporal.operator.decide.Route;
import com.nineminds.temporal.operator.decide.Scale;
import com.nineminds.temporal.operator.decide.Step;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a spec says about rollouts. */
class RolloutPoliciesTest {
    private static final GatePolicy POLLERS = new GatePolicy(
            "pollers",
            GateType.Pollers,
            Duration.ofSeconds(5),
            Duration.ofSeconds(60),
            1,
            0,
            4,
            NoData.Inconclusive,
            false);

    @Test
    void withoutAWordItIsWhatIsRightForProduction() {
        RolloutPolicy expected = new RolloutPolicy(
                Strategy.Progressive,
                List.of(new Step(25, Duration.ofMinutes(2)), new Step(50, Duration.ofMinutes(2))),
                Duration.ofMinutes(10),
                Duration.ofMinutes(10),
                Duration.ofSeconds(5),
                false,
                10,
                List.of(POLLERS),
                Scale.fixed(4));

        assertThat(policy("")).isEqualTo(expected);
        assertThat(policy("rollout: {}")).isEqualTo(expected);
    }

    @Test
    void everyWordIsRead() {
        assertThat(policy("""
                rollout:
                  strategy: AllAtOnce
                  steps: [{share: 10}, {share: 40, hold: 90s}]
                  deadline: 5m
                  bake: 0s
                  paused: true
                  historyLimit: 0
                  gates:
                  - {name: mine, type: Pollers, interval: 7s, timeout: 2m, count: 3, failureLimit: 2, errorLimit: 1, noData: Fail, dryRun: true}
                """))
                .isEqualTo(new RolloutPolicy(
                        Strategy.AllAtOnce,
                        List.of(new Step(10, Duration.ZERO), new Step(40, Duration.ofSeconds(90))),
                        Duration.ofMinutes(5),
                        Duration.ZERO,
                        Duration.ofSeconds(5),
                        true,
                        0,
                        List.of(new GatePolicy(
                                "mine",
                                GateType.Pollers,
                                Duration.ofSeconds(7),
                                Duration.ofMinutes(2),
                                3,
                                2,
                                1,
                                NoData.Fail,
                                true)),
                        Scale.fixed(4)));
    }

    @Test
    void anEmptyListOfGatesMeansNoGates() {
        assertThat(policy("rollout: {gates: []}").gates()).isEmpty();
    }

    @Test
    void theLastStepAlwaysHasTheWholeCapacity() {
        assertThat(policy("rollout: {steps: [{share: 30}]}").steps(Route.STEPS))
                .containsExactly(new Step(30, Duration.ZERO), Step.ALL);
        assertThat(policy("rollout: {steps: [{share: 100, hold: 1m}]}").steps(Route.STEPS))
                .containsExactly(new Step(100, Duration.ofMinutes(1)));
        assertThat(policy("rollout: {steps: []}").steps(Route.STEPS)).containsExactly(Step.ALL);
    }

    @Test
    void onlyTheWayThroughTheStepsHasSteps() {
        assertThat(policy("").steps(Route.FAST)).containsExactly(Step.ALL);
        assertThat(policy("rollout: {strategy: Recreate}").steps(Route.STEPS)).containsExactly(Step.ALL);
    }

    @Test
    void aShareIsRoundedUpToPodsAndIsAtLeastOne() {
        assertThat(new Step(25, Duration.ZERO).pods(4)).isEqualTo(1);
        assertThat(new Step(26, Duration.ZERO).pods(4)).isEqualTo(2);
        assertThat(new Step(1, Duration.ZERO).pods(1)).isEqualTo(1);
        assertThat(new Step(50, Duration.ZERO).pods(3)).isEqualTo(2);
        assertThat(new Step(33, Duration.ZERO).pods(1000)).isEqualTo(330);
        assertThat(Step.ALL.pods(7)).isEqualTo(7);
    }

    private static RolloutPolicy policy(String yaml) {
        return RolloutPolicies.of(Specs.spec(yaml).rollout(), Scale.fixed(4), Duration.ofSeconds(5));
    }
}
