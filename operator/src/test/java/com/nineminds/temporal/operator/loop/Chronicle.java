package com.nineminds.temporal.operator.loop;

import static org.assertj.core.api.Assertions.assertThat;

import com.nineminds.temporal.operator.decide.RevisionState;
import com.nineminds.temporal.operator.decide.Rollout;
import com.nineminds.temporal.operator.decide.RolloutPhase;
import com.nineminds.temporal.operator.decide.Transition;
import com.nineminds.temporal.operator.history.ControllerRevisions;
import io.fabric8.kubernetes.api.model.apps.ControllerRevision;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Every version of every record of a story; no number of operators may have written it otherwise than one would have. */
final class Chronicle {
    private record Move(RolloutPhase from, RolloutPhase to) {}

    private final Map<String, RevisionState> latest = new LinkedHashMap<>();
    private final Set<Move> moves = new HashSet<>();
    private final List<String> told = new ArrayList<>();

    private Chronicle() {}

    /** @throws AssertionError if a rollout was begun twice, a timer reset, a gate measured again, or a move made that is none */
    static Chronicle of(List<ControllerRevision> versions) {
        Chronicle chronicle = new Chronicle();
        for (ControllerRevision version : versions) {
            ControllerRevisions.read(List.of(version))
                    .revisions()
                    .byHash()
                    .values()
                    .forEach(chronicle::add);
        }
        return chronicle;
    }

    private void add(RevisionState next) {
        next.rollout().ifPresent(rollout -> told.add(rollout.toString()));
        RevisionState before = latest.put(next.hash(), next);
        if (before == null) {
            next.rollout().ifPresent(this::begin);
            return;
        }
        assertThat(next.number()).as("number of %s", next.hash()).isEqualTo(before.number());
        assertThat(next.consumed()).as("verbs used up by %s", next.hash()).containsAll(before.consumed());
        before.rollout().ifPresent(was -> follow(was, next.rollout().orElseThrow()));
    }

    /** Every rollout begins by progressing, if only for as long as its first decision takes. */
    private void begin(Rollout rollout) {
        moves.add(new Move(RolloutPhase.PROGRESSING, rollout.phase()));
    }

    private void follow(Rollout before, Rollout next) {
        if (!before.id().equals(next.id())) {
            assertThat(before.inFlight())
                    .as("%s ended before %s began", before.id(), next.id())
                    .isFalse();
            assertThat(next.attempt()).isEqualTo(before.attempt() + 1);
            begin(next);
            return;
        }
        assertThat(next.startedAt()).as("start of %s", next.id()).isEqualTo(before.startedAt());
        assertThat(next.gates())
                .as("gates of %s that passed stay passed", next.id())
                .containsAll(before.gates());
        assertThat(next.clocks().paused().counted())
                .as("pauses of %s", next.id())
                .isGreaterThanOrEqualTo(before.clocks().paused().counted());
        if (before.phase() == next.phase() && before.step() == next.step() && before.route() == next.route()) {
            assertThat(next.since()).as("%s of %s", next.phase(), next.id()).isEqualTo(before.since());
        } else {
            moves.add(new Move(before.phase(), next.phase()));
            assertThat(reachable(before.phase()))
                    .as("where %s may move from %s", next.id(), before.phase())
                    .contains(next.phase());
        }
    }

    /** One decision may make several moves. */
    private static Set<RolloutPhase> reachable(RolloutPhase from) {
        Set<RolloutPhase> reached = new HashSet<>();
        Deque<RolloutPhase> next = new ArrayDeque<>(List.of(from));
        while (!next.isEmpty()) {
            RolloutPhase here = next.pop();
            Arrays.stream(Transition.values())
                    .filter(row -> row.from() == here)
                    .flatMap(row -> row.to().stream())
                    .filter(reached::add)
                    .forEach(next::add);
        }
        return reached;
    }

    private boolean crossed(Transition row) {
        return moves.stream()
                .anyMatch(move -> move.from() == row.from() && row.to().contains(move.to()));
    }

    /** Attempts to roll this revision out. */
    int attempts(String hash) {
        return latest.get(hash).attempts();
    }

    /** Which of these rows no rollout went through. */
    List<Transition> missing(List<Transition> rows) {
        return rows.stream().filter(row -> !crossed(row)).toList();
    }

    /** Every version in the order in which it was written. */
    @Override
    public String toString() {
        return String.join("\n", told);
    }
}
