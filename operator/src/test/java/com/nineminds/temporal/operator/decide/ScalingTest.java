package com.nineminds.temporal.operator.decide;

import static org.assertj.core.api.Assertions.assertThat;

import com.nineminds.temporal.api.v1alpha1.Phase;
import com.nineminds.temporal.operator.decide.world.Health;
import com.nineminds.temporal.operator.decide.world.Invariants;
import com.nineminds.temporal.operator.decide.world.Policy;
import com.nineminds.temporal.operator.decide.world.Pollers;
import com.nineminds.temporal.operator.decide.world.Times;
import com.nineminds.temporal.operator.decide.world.World;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Scaling changes how many pods there are, never where a rollout stands. */
class ScalingTest {
    @Test
    void scalingDownAndUpAgainDuringAHoldIsNoLossOfPods() {
        World world = fixed(8);
        world.apply("green");
        Rollouts.runTo(world, RolloutPhase.HOLDING);

        world.edit(policy -> policy.scale(Scale.fixed(2)));
        world.run(1);
        world.edit(policy -> policy.scale(Scale.fixed(8)));
        world.settle();

        assertThat(Rollouts.phase(world)).isEqualTo(RolloutPhase.HOLDING);
    }

    @Test
    void thePodsThatTheStableRevisionIsGivenByScalingAreNoLossOfReadiness() {
        World world = fixed(4);
        world.apply("green");
        Rollouts.runTo(world, RolloutPhase.HOLDING);

        world.edit(policy -> policy.scale(Scale.fixed(8)));
        world.run(2);

        assertThat(world.last().decision().standing().reason()).isEqualTo(Reason.WaitingForPods);
    }

    @Test
    void growthDuringTheLastHoldDoesNotCutTheStableRevisionBeforeTheTargetCoversIt() {
        World world = fixed(4);
        world.edit(policy -> policy.steps(new Step(100, Duration.ofMinutes(1))));
        world.apply("green");
        Rollouts.runTo(world, RolloutPhase.HOLDING);
        world.run(55);

        world.edit(policy -> policy.scale(Scale.fixed(8)));
        world.run(10);

        int asked = Rollouts.asked(world, "blue");
        assertThat(asked + world.fleet("green").stable()).isGreaterThanOrEqualTo(8);
    }

    @Test
    void aTargetThatCannotFollowTheGrowthOfItsLastHoldIsRolledBackAtItsDeadline() {
        World world = fixed(4);
        world.edit(policy -> policy.steps(new Step(100, Duration.ofMinutes(1))));
        world.apply("green");
        Rollouts.runTo(world, RolloutPhase.HOLDING);

        world.turnNew("green", Health.NEVER_READY);
        world.edit(policy -> policy.scale(Scale.fixed(8)));
        world.run(1200);

        assertThat(world.record().get("green").orElseThrow().is(Verdict.REJECTED))
                .isTrue();
    }

    @Test
    void removingTheRemainingStepsDoesNotCutTheStableRevisionToOnePodAtHalfCapacity() {
        World world = autoscaled(4);
        world.apply("green");
        Rollouts.runToStep(world, 1, RolloutPhase.HOLDING);

        world.edit(policy -> policy.steps(new Step(25, Duration.ofMinutes(2))));
        world.run(60);

        assertThat(world.available()).isGreaterThanOrEqualTo(4);
    }

    @Test
    void loweringTheShareOfTheStepUnderWayTakesNoPodThatTheStableRevisionDoesNotCover() {
        World world = fixed(8);
        world.apply("green");
        Rollouts.runToStep(world, 1, RolloutPhase.HOLDING);

        world.edit(policy -> policy.steps(new Step(12, Duration.ofMinutes(2)), new Step(13, Duration.ofMinutes(2))));
        for (int i = 0; i < 60; i++) {
            world.run(1);
            assertThat(world.available()).isGreaterThanOrEqualTo(8);
        }
        assertThat(Rollouts.asked(world, "green")).isEqualTo(2);
    }

    @Test
    void supersedingInTheBakeKeepsTheCapacityThatTheAutoscalerHadReached() {
        World world = autoscaled(8);
        world.apply("green");
        Rollouts.runTo(world, RolloutPhase.BAKING);

        world.apply("red");
        for (int i = 0; i < 120; i++) {
            world.run(1);
            assertThat(world.available()).isGreaterThanOrEqualTo(8);
        }
        assertThat(world.record()
                        .get("red")
                        .orElseThrow()
                        .rollout()
                        .orElseThrow()
                        .capacity())
                .isEqualTo(8);
    }

    @Test
    void revertingInTheBakeKeepsTheCapacityThatTheAutoscalerHadReached() {
        World world = autoscaled(8);
        world.apply("green");
        Rollouts.runTo(world, RolloutPhase.BAKING);

        world.apply("blue");
        for (int i = 0; i < 120; i++) {
            world.run(1);
            assertThat(world.available()).isGreaterThanOrEqualTo(8);
        }
        assertThat(Rollouts.asked(world, "green")).isZero();
    }

    @Test
    void aRollbackFromTheBakeRestoresTheCapacityThatTheTargetHadGrownTo() {
        World world = autoscaled(4);
        world.apply("green");
        Rollouts.runTo(world, RolloutPhase.BAKING);
        world.demand(8);
        world.run(60);
        assertThat(world.fleet("green").desired()).isGreaterThanOrEqualTo(7);

        world.turn("green", Health.CRASHING);
        world.run(11);

        assertThat(world.last().decision().capacities().get("blue").min()).isGreaterThanOrEqualTo(7);
    }

    @Test
    void revertingDuringTheRollbackKeepsTheCapacityThatTheAutoscalerHadReached() {
        World world = autoscaled(8);
        world.apply("green");
        Rollouts.runTo(world, RolloutPhase.BAKING);
        world.annotate(Verb.Kind.ABORT, "green");
        world.settle();
        assertThat(Rollouts.asked(world, "blue")).isEqualTo(8);

        world.apply("blue");
        world.settle();

        assertThat(Rollouts.asked(world, "blue")).isEqualTo(8);
    }

    @Test
    void podsLostInTheBakeAreNoticedAboveTheMinimumOfTheAutoscalerToo() {
        World world = autoscaled(8);
        world.apply("green");
        Rollouts.runTo(world, RolloutPhase.BAKING);

        world.loseNode("green");
        world.loseNode("green");
        world.run(1);

        assertThat(Rollouts.phase(world)).isEqualTo(RolloutPhase.PROGRESSING);
    }

    @Test
    void anAutoscalerThatAddsPodsDegradesNothing() {
        World world = autoscaled(2);
        world.apply("blue");
        world.settle();

        world.demand(4);

        for (int i = 0; i < 60; i++) {
            world.run(1);
            assertThat(world.last().decision().standing().phase()).isEqualTo(Phase.Healthy);
        }
        assertThat(world.available()).isEqualTo(4);
    }

    @Test
    void theStableRevisionGrowsWithTheLoadAsLongAsTheTargetHasTakenNoWorkOver() {
        World world = autoscaled(2);
        world.turn("green", Health.UNSCHEDULABLE);
        world.apply("green");
        world.run(60);

        world.demand(8);
        world.run(120);

        assertThat(world.fleet("blue").available()).isGreaterThanOrEqualTo(7);
    }

    @Test
    void aTargetThatTakesOverAfterTheGrowthLeavesNoPodMissing() {
        World world = autoscaled(2);
        world.poll("green", Pollers.UNKNOWN);
        world.apply("green");
        Rollouts.runTo(world, RolloutPhase.PAUSED);
        world.demand(8);
        world.run(120);
        int grown = world.available();

        world.poll("green", Pollers.SEEN);
        for (int i = 0; i < 1200; i++) {
            world.run(1);
            assertThat(world.available()).isGreaterThanOrEqualTo(Math.min(grown, 7));
        }
        assertThat(Rollouts.is(world, "green", Verdict.PROMOTED)).isTrue();
    }

    private static World fixed(int pods) {
        return new World(Times.REAL, Policy.REAL.scale(Scale.fixed(pods)))
                .serving("blue", pods)
                .watch(Invariants::hold);
    }

    private static World autoscaled(int pods) {
        return new World(Times.REAL, Policy.REAL.scale(Scale.between(2, 10)))
                .serving("blue", pods)
                .watch(Invariants::hold);
    }
}
