package com.nineminds.temporal.operator.decide.world;

import com.nineminds.temporal.operator.decide.RevisionState;
import com.nineminds.temporal.operator.decide.Revisions;
import com.nineminds.temporal.operator.decide.Rollout;
import com.nineminds.temporal.operator.decide.RolloutPhase;
import com.nineminds.temporal.operator.decide.Transition;
import com.nineminds.temporal.operator.decide.Verb;
import com.nineminds.temporal.operator.decide.Verdict;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** How a record may change: along the table of transitions, and nothing durable is forgotten. */
final class RecordRules {
    private static final Map<RolloutPhase, Set<RolloutPhase>> REACHABLE = reachable();

    private final Moment moment;
    private final Rules rules;
    private final Revisions after;

    RecordRules(Moment moment, Rules rules) {
        this.moment = moment;
        this.rules = rules;
        this.after = moment.decision().revisions();
    }

    void check() {
        moment.before()
                .byHash()
                .values()
                .forEach(old -> goesOn(old, after.get(old.hash()).orElseThrow()));
        after.byHash().values().forEach(this::verdictHasAReason);
    }

    private void goesOn(RevisionState old, RevisionState now) {
        String was = old.rollout().map(Rollout::id).orElse("");
        String is = now.rollout().map(Rollout::id).orElse("");
        rules.require(now.attempts() >= old.attempts(), () -> "attempts of " + old.hash() + " are forgotten");
        rules.require(
                was.equals(is) == (now.attempts() == old.attempts()),
                () -> "rollout " + was + " became " + is + " at attempt " + now.attempts());
        rules.require(
                now.consumed().containsAll(old.consumed()), () -> "consumed verbs of " + old.hash() + " are forgotten");
        if (!was.isEmpty() && was.equals(is)) {
            moves(old.rollout().orElseThrow(), now.rollout().orElseThrow());
        }
    }

    private void moves(Rollout old, Rollout now) {
        rules.require(
                old.phase() == now.phase() || REACHABLE.get(old.phase()).contains(now.phase()),
                () -> "no transitions lead from " + old.phase() + " to " + now.phase());
        rules.require(old.inFlight() || old.equals(now), () -> "the ended rollout " + old.id() + " changes");
    }

    private void verdictHasAReason(RevisionState now) {
        Optional<RevisionState> old = moment.before().get(now.hash());
        boolean was = old.filter(state -> state.is(Verdict.REJECTED)).isPresent();
        boolean retried = old.filter(state -> state.attempts() < now.attempts()).isPresent();
        rules.require(
                !was || retried || now.is(Verdict.REJECTED), () -> "rejection of " + now.hash() + " is forgotten");
        rules.require(
                now.is(Verdict.REJECTED) == now.cause().isPresent(), () -> now.hash() + " is rejected without a cause");
        boolean promoted = now.is(Verdict.PROMOTED) && old.stream().noneMatch(state -> state.is(Verdict.PROMOTED));
        if (promoted) {
            rules.require(
                    after.stable().filter(now::equals).isPresent(), () -> now.hash() + " is promoted, not stable");
            now.rollout().ifPresent(rollout -> hasItsPods(now.hash(), rollout));
        }
    }

    /** Unless a person asked for the promotion, the target has what it had at its best. */
    private void hasItsPods(String hash, Rollout rollout) {
        boolean asked = moment.seen().verbs().all().stream().anyMatch(verb -> verb.kind() == Verb.Kind.PROMOTE);
        int best = Math.min(rollout.highWater(), moment.policy().scale().clamp(rollout.capacity()));
        rules.require(
                asked || moment.seen().fleet(hash).stable() >= best, () -> hash + " is promoted without its pods");
    }

    private static Map<RolloutPhase, Set<RolloutPhase>> reachable() {
        Map<RolloutPhase, Set<RolloutPhase>> reachable = new EnumMap<>(RolloutPhase.class);
        for (RolloutPhase phase : RolloutPhase.values()) {
            Set<RolloutPhase> reached = EnumSet.noneOf(RolloutPhase.class);
            follow(phase, reached);
            reachable.put(phase, reached);
        }
        return reachable;
    }

    private static void follow(RolloutPhase from, Set<RolloutPhase> reached) {
        for (Transition transition : Transition.values()) {
            if (transition.from() == from) {
                transition.to().stream().filter(reached::add).forEach(to -> follow(to, reached));
            }
        }
    }
}
