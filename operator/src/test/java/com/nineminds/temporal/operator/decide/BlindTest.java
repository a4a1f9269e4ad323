package com.nineminds.temporal.operator.decide;

import static org.assertj.core.api.Assertions.assertThat;

import com.nineminds.temporal.api.v1alpha1.NoData;
import com.nineminds.temporal.operator.decide.world.Health;
import com.nineminds.temporal.operator.decide.world.Invariants;
import com.nineminds.temporal.operator.decide.world.Policy;
import com.nineminds.temporal.operator.decide.world.Pollers;
import com.nineminds.temporal.operator.decide.world.Times;
import com.nineminds.temporal.operator.decide.world.World;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A rollout that is paused because a gate has no evidence goes on as soon as there is something to go by. */
class BlindTest {
    private final World world =
            new World(Times.REAL, Policy.REAL).serving("blue", 4).watch(Invariants::hold);

    @BeforeEach
    void pause() {
        world.poll("green", Pollers.UNKNOWN);
        world.apply("green");
        Rollouts.runTo(world, RolloutPhase.PAUSED);
    }

    @Test
    void itGoesOnWhenTheProviderIsBackAndSeesTheTarget() {
        world.run(3600);
        assertThat(world.last().decision().standing().reason()).isEqualTo(Reason.GateInconclusive);

        world.poll("green", Pollers.SEEN);
        world.run(3600);

        assertThat(Rollouts.is(world, "green", Verdict.PROMOTED)).isTrue();
    }

    @Test
    void itIsRolledBackWhenTheProviderIsBackAndDoesNot() {
        world.poll("green", Pollers.MISSING);
        world.run(60);

        assertThat(Rollouts.is(world, "green", Verdict.REJECTED)).isTrue();
    }

    @Test
    void podsThatAreLostMeanwhileAreWaitedForUntilTheDeadlineOnly() {
        world.turn("green", Health.NEVER_READY);
        world.run(60);
        assertThat(world.last().decision().standing().reason()).isEqualTo(Reason.WaitingForPods);

        world.poll("green", Pollers.SEEN);
        world.run(3600);

        assertThat(Rollouts.is(world, "green", Verdict.REJECTED)).isTrue();
    }

    @Test
    void podsThatAreLostAndComeBackMeanwhileAreMeasuredAgain() {
        world.loseNode("green");
        world.run(300);
        assertThat(Rollouts.phase(world)).isEqualTo(RolloutPhase.PAUSED);
    }

    @Test
    void aGateThatShallIgnoreMissingDataFromNowOnWaitsForItsDeadline() {
        GatePolicy gate = Policy.POLLERS;
        world.edit(policy -> policy.gates(new GatePolicy(
                gate.name(),
                gate.type(),
                gate.interval(),
                gate.timeout(),
                gate.count(),
                gate.failureLimit(),
                gate.errorLimit(),
                NoData.Ignore,
                false)));
        world.run(60);
        assertThat(world.last().decision().standing().reason()).isEqualTo(Reason.WaitingForGates);

        world.run(1200);

        assertThat(Rollouts.is(world, "green", Verdict.REJECTED)).isTrue();
    }

    @Test
    void itGoesOnWhenTheGateIsRemoved() {
        world.edit(policy -> policy.gates());
        world.run(3600);

        assertThat(Rollouts.is(world, "green", Verdict.PROMOTED)).isTrue();
    }

    @Test
    void aRestartOfTheOperatorDoesNotEndIt() {
        world.stop();
        world.start(record -> record);
        world.run(1);

        assertThat(Rollouts.phase(world)).isEqualTo(RolloutPhase.PAUSED);
    }
}
