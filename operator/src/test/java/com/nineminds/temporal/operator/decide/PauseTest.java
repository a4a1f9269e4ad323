package com.nineminds.temporal.operator.decide;

import static org.assertj.core.api.Assertions.assertThat;

import com.nineminds.temporal.api.v1alpha1.Strategy;
import com.nineminds.temporal.operator.decide.world.Invariants;
import com.nineminds.temporal.operator.decide.world.Policy;
import com.nineminds.temporal.operator.decide.world.Times;
import com.nineminds.temporal.operator.decide.world.World;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A pause changes nothing that runs. */
class PauseTest {
    private final World world =
            new World(Times.REAL, Policy.REAL).serving("blue", 4).watch(Invariants::hold);

    /** As when a release is prepared by day and resumed by night. */
    @ParameterizedTest
    @EnumSource
    void aRolloutThatStartsPausedLeavesTheStableRevisionAloneUntilItIsResumed(Strategy strategy) {
        world.edit(policy -> policy.strategy(strategy).paused(true));
        world.apply("green");
        for (int i = 0; i < 600; i++) {
            world.run(1);
            assertThat(world.fleet("blue").available()).isEqualTo(4);
            assertThat(world.fleet("green").total()).isZero();
        }
        assertThat(world.last().decision().standing().reason()).isEqualTo(Reason.Paused);

        world.edit(policy -> policy.paused(false));
        world.run(3600);

        assertThat(Rollouts.is(world, "green", Verdict.PROMOTED)).isTrue();
    }

    @Test
    void aRolloutThatIsPausedBeforeItsFirstPodIsReadyKeepsItsPods() {
        world.apply("green");
        world.run(1);
        int begun = world.fleet("green").total();

        world.edit(policy -> policy.paused(true));
        world.run(600);

        assertThat(begun).isPositive();
        assertThat(world.fleet("green").available()).isEqualTo(begun);
    }

    @Test
    void aRecreationThatIsPausedBeforeTheTargetRunsIsUndone() {
        world.edit(policy -> policy.strategy(Strategy.Recreate));
        world.apply("green");
        world.settle();
        assertThat(Rollouts.asked(world, "blue")).isZero();

        world.edit(policy -> policy.paused(true));
        world.run(60);

        assertThat(world.fleet("blue").available() + world.fleet("green").available())
                .isEqualTo(4);
    }
}
