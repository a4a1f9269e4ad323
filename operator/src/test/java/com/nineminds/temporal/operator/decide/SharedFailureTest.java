package com.nineminds.temporal.operator.decide;

import static org.assertj.core.api.Assertions.assertThat;

import com.nineminds.temporal.operator.decide.world.Health;
import com.nineminds.temporal.operator.decide.world.Invariants;
import com.nineminds.temporal.operator.decide.world.Policy;
import com.nineminds.temporal.operator.decide.world.Times;
import com.nineminds.temporal.operator.decide.world.World;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A failure that the stable revision shares proves nothing against the target. */
class SharedFailureTest {
    private static final Failure CRASH = Failure.of(Reason.CrashLoop, "worker", "green-1", "exit code 1");

    private final World world =
            new World(Times.REAL, Policy.REAL).serving("blue", 4).watch(Invariants::hold);

    @Test
    void aCrashOfBothIsWaitedForAndHeldAgainstNobody() {
        crashBothInTheSecondStep();
        world.run(300);
        assertThat(Rollouts.is(world, "green", Verdict.REJECTED)).isFalse();
        assertThat(Rollouts.reason(world)).isEqualTo(Reason.SharedFailure);

        turnBoth(Health.GOOD);
        world.run(3600);

        assertThat(Rollouts.is(world, "green", Verdict.PROMOTED)).isTrue();
    }

    /** The target may have broken what both need: then only a rollback ends it. */
    @Test
    void aCrashOfBothThatOutlastsTheDeadlineIsRolledBackAndTheTargetTriedAgain() {
        crashBothInTheSecondStep();
        world.run(Duration.ofHours(1).toSeconds());
        assertThat(Rollouts.cause(world, "green")).contains(Reason.SharedFailure);
        assertThat(world.fleet("green").desired()).isZero();

        turnBoth(Health.GOOD);
        world.run(3600);

        assertThat(Rollouts.is(world, "green", Verdict.PROMOTED)).isTrue();
    }

    @Test
    void aCrashOfBothInTheBakeIsHeldAgainstNobodyEither() {
        world.apply("green");
        Rollouts.runTo(world, RolloutPhase.BAKING);
        turnBoth(Health.CRASHING);
        world.run(300);
        assertThat(Rollouts.reason(world)).isEqualTo(Reason.SharedFailure);

        turnBoth(Health.GOOD);
        world.run(3600);

        assertThat(Rollouts.is(world, "green", Verdict.PROMOTED)).isTrue();
    }

    @Test
    void theFirstExitOfTheStableRevisionIsEnoughToDoubt() {
        world.apply("green");
        Rollouts.runToStep(world, 1, RolloutPhase.HOLDING);
        world.turn("green", Health.CRASHING);
        world.run(5);
        world.turn("blue", Health.CRASHING);
        world.run(60);

        assertThat(Rollouts.is(world, "green", Verdict.REJECTED)).isFalse();
    }

    @Test
    void aTargetThatStillCrashesWhenTheStableRevisionIsFineAgainIsRejected() {
        crashBothInTheSecondStep();
        world.run(60);

        world.turn("blue", Health.GOOD);
        world.run(60);

        assertThat(Rollouts.cause(world, "green")).contains(Reason.CrashLoop);
        assertThat(Rollouts.phase(world)).isEqualTo(RolloutPhase.ROLLED_BACK);
    }

    @Test
    void aStableRevisionThatIsStillComingBackIsNotFineYet() {
        crashBothInTheSecondStep();
        world.run(60);

        world.turn("blue", Health.GOOD);
        world.run(5);
        assertThat(world.fleet("blue").available()).isZero();

        assertThat(Rollouts.is(world, "green", Verdict.REJECTED)).isFalse();
    }

    @Test
    void aFailureOfAnotherKindIsTheTargetsOwn() {
        world.apply("green");
        Rollouts.runToStep(world, 1, RolloutPhase.HOLDING);
        world.turn("blue", Health.CRASHING);
        world.turn("green", Health.NO_IMAGE);
        world.run(60);

        assertThat(Rollouts.cause(world, "green")).contains(Reason.ImagePullFailed);
    }

    @Test
    void aRepairThatCrashesLikeWhatItShallRepairIsRejected() {
        world.turn("blue", Health.CRASHING);
        world.run(60);
        world.turn("green", Health.CRASHING);
        world.apply("green");
        world.run(60);

        assertThat(Rollouts.cause(world, "green")).contains(Reason.CrashLoop);
    }

    @Test
    void aRepairThatWorksIsPromoted() {
        world.turn("blue", Health.CRASHING);
        world.run(60);
        world.apply("green");
        world.run(3600);

        assertThat(Rollouts.is(world, "green", Verdict.PROMOTED)).isTrue();
    }

    /** The kubelet waits up to five minutes before it starts a container again, so that the target may be the last to recover. */
    @Test
    void aSharedCrashThatIsOverIsNotHeldAgainstTheTargetAsLongAsItIsRemembered() {
        crashBothInTheSecondStep();
        world.run(60);

        Decision recovered = decide(fleet(4, Optional.empty()), fleet(2, Optional.of(CRASH)));

        assertThat(recovered.revisions().get("green").orElseThrow().is(Verdict.REJECTED))
                .isFalse();
        assertThat(recovered.requeueAfter()).isPresent();
    }

    private Decision decide(Fleet blue, Fleet green) {
        Observation seen =
                new Observation(Optional.of("green"), Map.of("blue", blue, "green", green), List.of(), Verbs.NONE);
        return RolloutDecider.decide(world.record(), seen, world.policy().is(), world.now());
    }

    private static Fleet fleet(int pods, Optional<Failure> remembered) {
        return new Fleet(pods, pods, 0, pods, pods, remembered, Set.of(), Optional.empty());
    }

    private void crashBothInTheSecondStep() {
        world.apply("green");
        Rollouts.runToStep(world, 1, RolloutPhase.HOLDING);
        turnBoth(Health.CRASHING);
    }

    private void turnBoth(Health next) {
        world.turn("blue", next);
        world.turn("green", next);
    }
}
