package com.nineminds.temporal.operator.decide;

import static org.assertj.core.api.Assertions.assertThat;

import com.nineminds.temporal.operator.decide.world.Health;
import com.nineminds.temporal.operator.decide.world.Invariants;
import com.nineminds.temporal.operator.decide.world.Policy;
import com.nineminds.temporal.operator.decide.world.Pollers;
import com.nineminds.temporal.operator.decide.world.Times;
import com.nineminds.temporal.operator.decide.world.World;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A verb has its effect once, at once, or never. */
class VerbTest {
    private final List<Notice> told = new ArrayList<>();
    private final World world = new World(Times.REAL, Policy.REAL)
            .serving("blue", 4)
            .watch(Invariants::hold)
            .watch(moment -> told.addAll(moment.decision().notices()));

    @Test
    void aRetryThatIsAskedForDuringTheRollbackFollowsIt() {
        world.turn("green", Health.CRASHING);
        world.apply("green");
        world.run(10);
        world.settle();
        world.turn("green", Health.GOOD);
        world.annotate(Verb.Kind.RETRY, "green");
        world.run(3600);

        assertThat(Rollouts.is(world, "green", Verdict.PROMOTED)).isTrue();
        assertThat(told).extracting(Notice::reason).doesNotContain(Reason.VerbStale);
    }

    @Test
    void aRetryWaitsUntilThePodsOfTheFailedAttemptAreGone() {
        World first = new World(Times.REAL, Policy.REAL).watch(Invariants::hold);
        first.turn("green", Health.CRASHING);
        first.apply("green");
        first.run(9);
        first.annotate(Verb.Kind.RETRY, "green#other");
        first.turnNew("green", Health.GOOD);
        first.annotate(Verb.Kind.RETRY, "green");
        first.run(1);
        first.annotate(Verb.Kind.RETRY, "green#2");
        first.run(3600);

        assertThat(Rollouts.is(first, "green", Verdict.PROMOTED)).isTrue();
        assertThat(Rollouts.of(first).attempt()).isEqualTo(2);
    }

    @Test
    void aVerbThatWasToldToBeStaleStaysInert() {
        world.annotate(Verb.Kind.RETRY, "blue");
        world.annotate(Verb.Kind.PROMOTE, "blue");
        world.settle();
        assertThat(told).extracting(Notice::reason).containsOnly(Reason.VerbStale);

        world.apply("green");
        Rollouts.runTo(world, RolloutPhase.PROMOTED);
        world.apply("blue");
        world.settle();

        assertThat(Rollouts.of(world).route()).isEqualTo(Route.FAST);
    }

    @Test
    void aVerbThatWasStaleBeforeItsRevisionWasKnownStaysInert() {
        world.annotate(Verb.Kind.PROMOTE, "green");
        world.settle();
        assertThat(told).extracting(Notice::reason).containsOnly(Reason.VerbStale);

        world.apply("green");
        world.settle();

        assertThat(Rollouts.of(world).route()).isEqualTo(Route.STEPS);
    }

    @Test
    void aVerbOfARevisionThatWasRetiredSinceDoesNotHitItAgain() {
        world.edit(policy -> policy.historyLimit(0));
        world.apply("green");
        world.run(5);
        world.annotate(Verb.Kind.ABORT, "green");
        world.run(60);
        assertThat(Rollouts.is(world, "green", Verdict.REJECTED)).isTrue();
        world.apply("blue");
        world.run(60);
        assertThat(world.record().get("green")).isEmpty();

        world.apply("green");
        world.run(3600);

        assertThat(Rollouts.is(world, "green", Verdict.PROMOTED)).isTrue();
    }

    @Test
    void anApprovalWithoutAStepMeansTheStepUnderWay() {
        world.poll("green", Pollers.UNKNOWN);
        world.apply("green");
        Rollouts.runTo(world, RolloutPhase.PAUSED);

        world.annotate(Verb.Kind.APPROVE, "green");
        world.settle();

        assertThat(Rollouts.phase(world)).isEqualTo(RolloutPhase.HOLDING);
    }

    @Test
    void anApprovalWithoutAStepThatComesTooLateDoesNotApproveTheNextStep() {
        world.apply("green");
        Rollouts.runToStep(world, 0, RolloutPhase.HOLDING);

        world.annotate(Verb.Kind.APPROVE, "green");
        world.poll("green", Pollers.UNKNOWN);
        Rollouts.runToStep(world, 1, RolloutPhase.PAUSED);

        assertThat(told).extracting(Notice::reason).contains(Reason.VerbStale).doesNotContain(Reason.Approved);
    }

    @Test
    void anApprovalNamesTheStepThatIsShown() {
        world.apply("green");
        Rollouts.runToStep(world, 1, RolloutPhase.HOLDING);
        world.poll("green", Pollers.UNKNOWN);
        Rollouts.runToStep(world, 2, RolloutPhase.PAUSED);
        world.edit(policy -> policy.steps(new Step(25, Duration.ZERO)));

        world.annotate(Verb.Kind.APPROVE, "green#2");
        world.run(30);

        assertThat(Rollouts.phase(world)).isEqualTo(RolloutPhase.BAKING);
    }

    @Test
    void anApprovalOfAStepThatIsOverIsStale() {
        world.apply("green");
        Rollouts.runToStep(world, 1, RolloutPhase.PROGRESSING);

        world.annotate(Verb.Kind.APPROVE, "green#1");
        world.settle();

        assertThat(told).extracting(Notice::reason).contains(Reason.VerbStale);
    }

    @Test
    void anApprovalAheadOfItsStepIsKept() {
        world.poll("green", Pollers.UNKNOWN);
        world.annotate(Verb.Kind.APPROVE, "green#1");
        world.apply("green");
        Rollouts.runTo(world, RolloutPhase.HOLDING);

        assertThat(told).extracting(Notice::reason).contains(Reason.Approved).doesNotContain(Reason.VerbStale);
    }

    @Test
    void anApprovalDuringAPauseBeforeTheGatesIsNotUsedUp() {
        world.edit(policy -> policy.paused(true));
        world.poll("green", Pollers.UNKNOWN);
        world.apply("green");
        world.annotate(Verb.Kind.APPROVE, "green#1");
        world.run(60);
        assertThat(told).extracting(Notice::reason).doesNotContain(Reason.Approved);

        world.edit(policy -> policy.paused(false));
        world.run(60);

        assertThat(Rollouts.phase(world)).isEqualTo(RolloutPhase.HOLDING);
        assertThat(told).extracting(Notice::reason).contains(Reason.Approved);
    }
}
