package com.nineminds.temporal.operator.decide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nineminds.temporal.operator.decide.space.Point;
import com.nineminds.temporal.operator.decide.space.Space;
import com.nineminds.temporal.operator.decide.world.Invariants;
import com.nineminds.temporal.operator.decide.world.Moment;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The table of transitions is what happens: nothing else, and all of it. */
class TransitionTest {
    private final Set<String> taken = new TreeSet<>();

    @Test
    void everyMoveOfTheTableIsTakenAndNoOther() {
        Space.corner().map(Point::moment).forEach(this::advance);
        Space.corner().filter(Point::isFresh).map(Point::movedOn).forEach(this::withdraw);

        assertThat(taken)
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(Transition.values())
                        .flatMap(each -> each.to().stream().map(to -> move(each.from(), each.signal(), to)))
                        .toList());
    }

    @Test
    void whatIsNotInTheTableThrows() {
        assertThatThrownBy(() -> Transition.of(RolloutPhase.PROMOTED, Signal.FATAL, RolloutPhase.ROLLING_BACK))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("no transition from PROMOTED by FATAL");
    }

    @Test
    void anEndHasNoWayOut() {
        assertThat(Arrays.stream(Transition.values()))
                .noneMatch(each -> each.from().terminal());
        assertThat(Arrays.stream(RolloutPhase.values()).filter(phase -> !phase.terminal()))
                .allSatisfy(
                        phase -> assertThat(Arrays.stream(Transition.values()).map(Transition::from))
                                .contains(phase));
    }

    /** The first move only: what a decision does after it, another point does first. */
    private void advance(Moment moment) {
        RevisionState target =
                moment.seen().target().flatMap(moment.before()::get).orElseGet(() -> RevisionState.unknown("none", 1));
        if (!target.inFlight()) {
            return;
        }
        Optional<RevisionState> stable =
                moment.before().stable().filter(other -> !other.hash().equals(target.hash()));
        Situation recorded = new Situation(
                target, target.rollout().orElseThrow(), stable, moment.seen(), moment.policy(), moment.now());
        Situation at = recorded.with(target.with(Settling.settle(recorded)));
        Signals.read(at).ifPresent(signal -> {
            Rollout after = Moves.make(at, signal).target().rollout().orElseThrow();
            taken.add(move(at.rollout().phase(), signal, after.phase()));
        });
    }

    private void withdraw(Moment moment) {
        Invariants.hold(moment);
        for (RevisionState old : moment.before().inFlight()) {
            RolloutPhase was = old.rollout().orElseThrow().phase();
            RevisionState now = moment.decision().revisions().get(old.hash()).orElseThrow();
            taken.add(
                    move(was, Signal.TARGET_CHANGED, now.rollout().orElseThrow().phase()));
        }
    }

    private static String move(RolloutPhase from, Signal signal, RolloutPhase to) {
        return from + " by " + signal + " to " + to;
    }
}
