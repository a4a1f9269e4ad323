package com.nineminds.temporal.operator.decide;

import static org.assertj.core.api.Assertions.assertThat;

import com.nineminds.temporal.api.v1alpha1.Strategy;
import com.nineminds.temporal.operator.decide.world.Health;
import com.nineminds.temporal.operator.decide.world.Invariants;
import com.nineminds.temporal.operator.decide.world.Policy;
import com.nineminds.temporal.operator.decide.world.Times;
import com.nineminds.temporal.operator.decide.world.World;
import java.time.Duration;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** The deadline counts what a target needs, no more and no less. */
class DeadlineTest {
    private final World world =
            new World(Times.REAL, Policy.REAL).serving("blue", 4).watch(Invariants::hold);

    @Test
    void aTargetThatKeepsLosingItsPodsCannotStopItsOwnDeadline() {
        world.edit(policy -> policy.steps(new Step(25, Duration.ofHours(1))));
        world.turn("green", Health.UNSTEADY);
        world.apply("green");

        world.run(3 * 3600);

        assertThat(Rollouts.is(world, "green", Verdict.REJECTED)).isTrue();
    }

    @Test
    void readinessThatTheStableRevisionLosesTooStopsTheDeadline() {
        world.apply("green");
        world.run(2);
        world.outage(true);
        world.run(3600);
        assertThat(world.last().decision().standing().reason()).isEqualTo(Reason.StableUnready);

        world.outage(false);
        world.run(3600);

        assertThat(Rollouts.is(world, "green", Verdict.PROMOTED)).isTrue();
    }

    @Test
    void supersedingDoesNotMakeTheStableRevisionLookUnready() {
        world.apply("green");
        Rollouts.runToStep(world, 1, RolloutPhase.HOLDING);

        world.apply("red");
        world.run(5);

        assertThat(world.last().decision().standing().reason()).isEqualTo(Reason.WaitingForPods);
    }

    @Test
    void timeThatTheOperatorWasAwayDoesNotCount() {
        world.apply("green");
        world.settle();
        world.stop();
        world.run(3600);
        world.start(UnaryOperator.identity());
        world.run(3600);

        assertThat(Rollouts.is(world, "green", Verdict.PROMOTED)).isTrue();
    }

    @Test
    void timeWhileTheSpecWasInvalidDoesNotCount() {
        world.apply("green");
        world.settle();
        world.invalidate();
        world.run(3600);
        world.apply("green");
        world.run(3600);

        assertThat(Rollouts.is(world, "green", Verdict.PROMOTED)).isTrue();
    }

    @Test
    void noneOfTheTimeWhileTheSpecWasInvalidCounts() {
        world.edit(policy -> policy.deadline(Duration.ofSeconds(60)).gates());
        world.turn("green", Health.NEVER_READY);
        world.apply("green");
        world.run(10);
        world.invalidate();
        world.run(55);
        world.apply("green");
        world.turn("green", Health.GOOD);
        world.run(3600);

        assertThat(Rollouts.is(world, "green", Verdict.PROMOTED)).isTrue();
    }

    @Test
    void theTimeThatOldPodsDrainIsNotHeldAgainstTheTargetThatWaitsForThem() {
        World slow = new World(Times.REAL.draining(3600), Policy.REAL.strategy(Strategy.Recreate))
                .serving("blue", 4)
                .watch(Invariants::hold);
        slow.apply("green");
        slow.run(1800);
        assertThat(slow.last().decision().standing().reason()).isEqualTo(Reason.Draining);

        slow.run(5400);

        assertThat(Rollouts.is(slow, "green", Verdict.PROMOTED)).isTrue();
    }

    @Test
    void aRejectionByAClockThatWasAheadIsTriedAgainNoLater() {
        world.skew(Duration.ofDays(365));
        world.turn("green", Health.NO_REGISTRY);
        world.apply("green");
        Rollouts.runTo(world, RolloutPhase.ROLLED_BACK);
        world.skew(Duration.ZERO);
        world.turn("green", Health.GOOD);
        world.run(3600);

        assertThat(Rollouts.is(world, "green", Verdict.PROMOTED)).isTrue();
    }

    @Test
    void podsThatAreThereAtTheDeadlineAreInTime() {
        int untilStable = 31;
        world.edit(policy -> policy.gates().deadline(Duration.ofSeconds(untilStable)));
        world.apply("green");
        world.settle();
        world.run(untilStable + 1);

        assertThat(Rollouts.phase(world)).isEqualTo(RolloutPhase.HOLDING);
    }

    @Test
    void aClockThatWasAheadForAWhileDoesNotStopTheDeadline() {
        world.skew(Duration.ofDays(365));
        world.turn("green", Health.NEVER_READY);
        world.apply("green");
        world.run(30);
        world.skew(Duration.ZERO);
        world.run(700);

        assertThat(Rollouts.is(world, "green", Verdict.REJECTED)).isTrue();
    }

    @Test
    void aRevisionPromotedByAClockThatWasBehindIsStillTheStableOne() {
        world.skew(Duration.ofDays(-365));
        world.apply("green");
        Rollouts.runTo(world, RolloutPhase.PROMOTED);

        assertThat(world.record().stable().map(RevisionState::hash)).contains("green");
    }

    @Test
    void aRollbackToARevisionThatIsBrokenTooEndsAndIsNotCalledServing() {
        world.apply("green");
        Rollouts.runToStep(world, 1, RolloutPhase.HOLDING);
        world.turn("green", Health.CRASHING);
        Rollouts.runTo(world, RolloutPhase.ROLLING_BACK);
        world.turn("blue", Health.CRASHING);
        world.run(3600);

        assertThat(Rollouts.phase(world)).isEqualTo(RolloutPhase.ROLLED_BACK);
        Standing standing = world.last().decision().standing();
        assertThat(standing.phase().name()).isEqualTo("Degraded");
        assertThat(standing.reason()).isEqualTo(Reason.CrashLoop);
    }

    @Test
    void aGateThatWaitsForANodeNamesTheNode() {
        world.apply("green");
        Rollouts.runTo(world, RolloutPhase.GATING);
        world.turnNew("green", Health.UNSCHEDULABLE);
        world.edit(policy -> policy.scale(Scale.fixed(8)));
        world.run(1);

        assertThat(world.last().decision().standing().reason()).isEqualTo(Reason.Unschedulable);
    }
}
