package com.nineminds.temporal.operator.decide;

import static org.assertj.core.api.Assertions.assertThat;

import com.nineminds.temporal.api.v1alpha1.Strategy;
import com.nineminds.temporal.operator.decide.world.Health;
import com.nineminds.temporal.operator.decide.world.Invariants;
import com.nineminds.temporal.operator.decide.world.Policy;
import com.nineminds.temporal.operator.decide.world.Times;
import com.nineminds.temporal.operator.decide.world.World;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What a revision that gives way leaves behind. */
class SupersedeTest {
    private final World world = new World(Times.REAL, Policy.REAL).watch(Invariants::hold);

    @Test
    void aFirstRevisionThatIsSupersededKeepsPollingUntilTheNextOneCovers() {
        world.edit(policy -> policy.paused(true));
        world.apply("green");
        world.run(60);
        assertThat(world.available()).isEqualTo(4);

        world.edit(policy -> policy.paused(false));
        world.apply("red");
        for (int i = 0; i < 120; i++) {
            world.run(1);
            assertThat(world.available()).isGreaterThanOrEqualTo(4);
        }
        assertThat(Rollouts.asked(world, "green")).isZero();
    }

    @Test
    void aTargetThatOnlyFlickersTakesNoPodFromASupersededRevisionThatServes() {
        world.serving("blue", 4);
        world.apply("green");
        Rollouts.runTo(world, RolloutPhase.BAKING);
        world.turn("blue", Health.NEVER_READY);
        world.turn("red", Health.FLAPPING);
        world.run(1);

        world.apply("red");
        world.run(300);

        assertThat(Rollouts.asked(world, "green")).isEqualTo(4);
    }

    @Test
    void aRevisionThatComesBackAsTargetKeepsItsPodsUntilTheStableRevisionCovers() {
        world.serving("blue", 4);
        world.apply("green");
        Rollouts.runTo(world, RolloutPhase.BAKING);
        world.apply("red");
        world.run(2);

        world.apply("green");
        for (int i = 0; i < 120; i++) {
            world.run(1);
            assertThat(world.available()).isGreaterThanOrEqualTo(4);
        }
    }

    @Test
    void recreateNeverRunsTwoRevisionsAtATime() {
        world.edit(policy -> policy.strategy(Strategy.Recreate).bake(Duration.ofMinutes(1)));
        world.serving("blue", 4)
                .watch(moment -> assertThat(moment.decision().serving()).hasSizeLessThanOrEqualTo(1));
        world.watch(moment -> assertThat(moment.seen().fleets().values().stream()
                        .filter(fleet -> fleet.total() + fleet.terminating() > 0))
                .hasSizeLessThanOrEqualTo(1));
        world.apply("green");
        world.run(20);
        world.apply("red");
        world.run(20);
        world.apply("blue");
        world.run(60);

        assertThat(world.fleet("blue").available()).isEqualTo(4);
    }
}
