package com.nineminds.temporal.operator.decide;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The pure core of the operator.
 *
 * <ol>
 *   <li>Rollouts of revisions that the spec no longer asks for end ({@link RolloutPhase#SUPERSEDED}).
 *   <li>A target that is stable needs no rollout. A rejected one needs a retry. Any other gets a rollout.
 *   <li>The rollout of the target takes every step that its signals allow ({@link Transition}).
 *   <li>Verbs that nothing waits for are used up.
 *   <li>From where it then stands follow capacities, gates to measure, what to tell, and when time alone matters again.
 * </ol>
 *
 * Deciding twice at the same moment decides the same.
 */
public final class RolloutDecider {
    private RolloutDecider() {}

    public static Decision decide(Revisions recorded, Observation seen, RolloutPolicy policy, Instant now) {
        if (seen.target().isEmpty()) {
            return handsOff(recorded, now);
        }
        Round round = new Round(recorded, seen, policy, now);
        round.withdrawOthers();
        round.ensureTarget();
        do {
            round.advance();
        } while (round.startIfNeeded());
        round.useUpStaleVerbs();
        return decision(round);
    }

    private static Decision decision(Round round) {
        Optional<Situation> rollout =
                round.situation().filter(at -> at.rollout().inFlight());
        Map<String, Capacity> capacities =
                new ReplicasDial(round.revisions(), round.seen(), round.policy()).capacities(rollout);
        return new Decision(
                round.revisions(),
                capacities,
                retired(round),
                rollout.map(Standings::inFlight)
                        .orElseGet(() ->
                                new Standings(round.revisions(), capacities, round.seen()).atRest(round.target())),
                round.notices(),
                rollout.flatMap(RolloutDecider::gates),
                Timers.next(round, rollout));
    }

    /** While the spec is invalid nothing moves, not even the clocks: what serves goes on serving. */
    private static Decision handsOff(Revisions recorded, Instant now) {
        return new Decision(
                frozen(recorded, now),
                Map.of(),
                new TreeSet<>(),
                Standings.INVALID,
                List.of(),
                Optional.empty(),
                Optional.empty());
    }

    private static Revisions frozen(Revisions recorded, Instant now) {
        Revisions frozen = recorded;
        for (RevisionState revision : recorded.inFlight()) {
            Rollout rollout = revision.rollout().orElseThrow();
            frozen = frozen.with(revision.with(rollout.with(rollout.clocks().stopped(now))));
        }
        return frozen;
    }

    private static Optional<GateRequest> gates(Situation at) {
        boolean measuring =
                at.rollout().phase() == RolloutPhase.GATING || at.rollout().blind();
        return measuring && !at.gates().isEmpty()
                ? Optional.of(new GateRequest(
                        at.rollout().id(),
                        at.rollout().step(),
                        at.target().hash(),
                        Math.max(1, at.wanted() - at.trusted()),
                        at.gates()))
                : Optional.empty();
    }

    /** Revisions beyond the history limit that run nothing and that nothing refers to. */
    private static SortedSet<String> retired(Round round) {
        Revisions revisions = round.revisions();
        SortedSet<String> retired = new TreeSet<>();
        int kept = 0;
        for (RevisionState revision : revisions.latestDecidedFirst()) {
            String hash = revision.hash();
            boolean needed = hash.equals(round.target().hash())
                    || revisions
                            .stable()
                            .filter(stable -> stable.hash().equals(hash))
                            .isPresent()
                    || revision.inFlight();
            if (needed) {
                continue;
            }
            kept++;
            if (kept > round.policy().historyLimit()
                    && !round.seen().fleet(hash).runs()) {
                retired.add(hash);
            }
        }
        return retired;
    }
}
