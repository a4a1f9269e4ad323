package com.nineminds.temporal.operator.decide;

import static org.assertj.core.api.Assertions.assertThat;

import com.nineminds.temporal.operator.decide.world.Health;
import com.nineminds.temporal.operator.decide.world.Invariants;
import com.nineminds.temporal.operator.decide.world.Policy;
import com.nineminds.temporal.operator.decide.world.Times;
import com.nineminds.temporal.operator.decide.world.World;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A registry that does not answer is nobody's fault, and takes no pod from a target of which others serve. */
class RegistryTest {
    private final World world = new World(Times.REAL, Policy.REAL.scale(Scale.between(2, 10)))
            .serving("blue", 4)
            .watch(Invariants::hold);

    @Test
    void aPodThatIsReplacedInTheBakeWhileTheRegistryIsDownCostsNothingButTime() {
        loseTheRegistryInTheBake();
        world.drain("green");
        world.run(3600);
        assertThat(Rollouts.reason(world)).isEqualTo(Reason.RegistryUnavailable);
        assertThat(world.fleet("green").available()).isEqualTo(3);

        world.turn("green", Health.GOOD);
        world.run(3600);

        assertThat(Rollouts.is(world, "green", Verdict.PROMOTED)).isTrue();
    }

    @Test
    void aPodThatTheAutoscalerAddsInTheBakeWhileTheRegistryIsDownEndsNoBake() {
        loseTheRegistryInTheBake();
        world.demand(8);
        world.run(3600);
        Standing standing = world.last().decision().standing();
        assertThat(standing.phase().name()).isEqualTo("Baking");
        assertThat(standing.reason()).isEqualTo(Reason.RegistryUnavailable);

        world.turn("green", Health.GOOD);
        world.run(3600);

        assertThat(Rollouts.is(world, "green", Verdict.PROMOTED)).isTrue();
    }

    @Test
    void podsThatServeAreNotGivenUpForThoseThatCannotBePulled() {
        world.apply("green");
        Rollouts.runTo(world, RolloutPhase.HOLDING);
        world.turnNew("green", Health.NO_REGISTRY);
        world.run(3600);

        assertThat(Rollouts.is(world, "green", Verdict.REJECTED)).isFalse();
        assertThat(world.fleet("green").available()).isEqualTo(1);
    }

    @Test
    void aRegistryThatIsDownTogetherWithWhatBothRevisionsNeedIsWaitedFor() {
        loseTheRegistryInTheBake();
        world.drain("green");
        world.run(60);
        world.outage(true);
        world.run(300);
        assertThat(Rollouts.is(world, "green", Verdict.REJECTED)).isFalse();

        world.outage(false);
        world.turn("green", Health.GOOD);
        world.run(3600);

        assertThat(Rollouts.is(world, "green", Verdict.PROMOTED)).isTrue();
    }

    @Test
    void anImageThatSomeNodesCannotRunIsRejectedWhenTheDeadlinePasses() {
        world.apply("green");
        Rollouts.runTo(world, RolloutPhase.HOLDING);
        world.turnNew("green", Health.NO_IMAGE_HERE);
        world.run(Duration.ofMinutes(8).toSeconds());
        assertThat(Rollouts.reason(world)).isEqualTo(Reason.ImagePullRefused);
        assertThat(world.fleet("green").available()).isEqualTo(1);

        world.run(Duration.ofMinutes(8).toSeconds());

        assertThat(Rollouts.cause(world, "green")).contains(Reason.ImagePullRefused);
        assertThat(world.fleet("blue").available()).isEqualTo(4);
    }

    @Test
    void aTargetOfWhichNoPodServesIsTriedAgainLater() {
        world.turn("green", Health.NO_REGISTRY);
        world.apply("green");
        world.run(Duration.ofMinutes(3).toSeconds());

        assertThat(Rollouts.cause(world, "green")).contains(Reason.RegistryUnavailable);
    }

    /** Pods that come from now on cannot be pulled. */
    private void loseTheRegistryInTheBake() {
        world.apply("green");
        Rollouts.runTo(world, RolloutPhase.BAKING);
        world.turnNew("green", Health.NO_REGISTRY);
    }
}
