package com.nineminds.temporal.operator.decide;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** One pass of the decider over its own copy of the record. Confined to a single call of {@link RolloutDecider#decide}. */
final class Round {
    private static final Duration FIRST_RETRY = Duration.ofMinutes(5);
    private static final Duration LAST_RETRY = Duration.ofHours(1);
    private static final int MOST_RETRIES = 5;

    private static final Set<Reason> PASSING =
            Set.of(Reason.WaitingForPods, Reason.WaitingForGates, Reason.StepHolding, Reason.Baking);

    private final Observation seen;
    private final RolloutPolicy policy;
    private final Instant now;
    private final String targetHash;
    private final List<Notice> notices = new ArrayList<>();
    private Revisions revisions;

    Round(Revisions recorded, Observation seen, RolloutPolicy policy, Instant now) {
        this.revisions = recorded;
        this.seen = seen;
        this.policy = policy;
        this.now = now;
        this.targetHash = seen.target().orElseThrow();
    }

    Revisions revisions() {
        return revisions;
    }

    Observation seen() {
        return seen;
    }

    RolloutPolicy policy() {
        return policy;
    }

    Instant now() {
        return now;
    }

    List<Notice> notices() {
        return notices;
    }

    RevisionState target() {
        return revisions.get(targetHash).orElseThrow();
    }

    boolean targetIsStable() {
        return revisions
                .stable()
                .filter(stable -> stable.hash().equals(targetHash))
                .isPresent();
    }

    Optional<Situation> situation() {
        return target().rollout().map(rollout -> new Situation(target(), rollout, restoreTo(), seen, policy, now));
    }

    void withdrawOthers() {
        for (RevisionState other : revisions.inFlight()) {
            if (other.hash().equals(targetHash)) {
                continue;
            }
            boolean back = targetIsStable();
            Rollout rollout = other.rollout().orElseThrow();
            RolloutPhase end =
                    rollout.phase() == RolloutPhase.ROLLING_BACK ? RolloutPhase.ROLLED_BACK : RolloutPhase.SUPERSEDED;
            Transition.of(rollout.phase(), Signal.TARGET_CHANGED, end);
            revisions = revisions.with(other.with(rollout.enter(end, now)).superseded(now));
            Reason reason = back ? Reason.Reverted : Reason.Superseded;
            String message = back ? reason.message(targetHash, other.hash()) : reason.message(other.hash(), targetHash);
            notices.add(new Notice(reason, message, rollout.id() + "/withdrawn"));
        }
    }

    void ensureTarget() {
        revisions.get(targetHash).ifPresent(known -> revisions = revisions.with(known.decidedBy(now)));
        if (revisions.get(targetHash).isEmpty()) {
            RevisionState target = RevisionState.unknown(targetHash, revisions.nextNumber());
            for (Verb verb : seen.verbs().all()) {
                target = verb.hash().equals(targetHash) && toldStale(verb) ? target.consume(verb) : target;
            }
            revisions = revisions.with(target);
        }
    }

    /** A verb that named this revision before it was known was used up on the target of that time. */
    private boolean toldStale(Verb verb) {
        return revisions.byHash().values().stream()
                .anyMatch(other -> other.consumed().contains(verb.token()));
    }

    /** @return whether a rollout of the target was started */
    boolean startIfNeeded() {
        RevisionState target = target();
        if (targetIsStable() || target.inFlight()) {
            return false;
        }
        if (!target.is(Verdict.REJECTED)) {
            start(target);
            return true;
        }
        return startAgain(target);
    }

    /**
     * Not before the pods of the failed attempt are gone: their evidence would speak against the next one. By itself not before the stable
     * revision is fine either: while it fails, too, there is nothing to compare the target with.
     */
    private boolean startAgain(RevisionState target) {
        if (seen.fleet(targetHash).total() > 0) {
            return false;
        }
        Optional<Verb> retry = seen.verbs().pending(Verb.Kind.RETRY, target);
        if (retry.isPresent()) {
            tell(Reason.RetryRequested, retry.get().value(), targetHash);
            start(target.consume(retry.get()).pardoned());
            return true;
        }
        boolean comparable = revisions
                .stable()
                .map(stable -> seen.fleet(stable.hash()).fine())
                .orElse(true);
        if (comparable && retryDue().filter(Duration::isZero).isPresent()) {
            tell(Reason.RetryDue, targetHash + "-" + target.attempts(), targetHash);
            start(target.pardoned());
            return true;
        }
        return false;
    }

    /** Time until a rejection that was the infrastructure's fault expires: 5 min doubling to 1 h, five times. */
    Optional<Duration> retryDue() {
        RevisionState target = target();
        boolean expires = target.is(Verdict.REJECTED)
                && !target.inFlight()
                && target.cause()
                        .filter(why -> why.reason().category() == Category.INFRASTRUCTURE)
                        .isPresent()
                && target.attempts() <= MOST_RETRIES;
        if (!expires) {
            return Optional.empty();
        }
        Duration wait = FIRST_RETRY.multipliedBy(1L << Math.max(0, target.attempts() - 1));
        Instant due = target.decidedAt().orElse(now).plus(wait.compareTo(LAST_RETRY) > 0 ? LAST_RETRY : wait);
        return Optional.of(due.isAfter(now) ? Duration.between(now, due) : Duration.ZERO);
    }

    private void start(RevisionState target) {
        Optional<RevisionState> stable = revisions.stable();
        Route route = target.is(Verdict.PROMOTED) ? Route.FAST : stable.isPresent() ? Route.STEPS : Route.DIRECT;
        int capacity = policy.scale().clamp(Demand.now(revisions, seen));
        Rollout rollout = Rollout.start(target, stable.map(RevisionState::hash), route, capacity, now);
        revisions = revisions.with(target.with(rollout));
        tell(Reason.RolloutStarted, rollout.id(), targetHash, rollout.attempt());
    }

    void advance() {
        if (!target().inFlight()) {
            return;
        }
        Situation at = settled();
        int told = notices.size();
        Optional<Signal> signal = Signals.read(at);
        while (signal.isPresent()) {
            Moves.Move move = Moves.make(at, signal.get());
            revisions = revisions.with(move.target());
            forgetPassing(told);
            notices.addAll(move.notices());
            if (!target().inFlight()) {
                return;
            }
            at = settled();
            signal = Signals.read(at);
        }
    }

    /** A phase that is left as soon as it is entered is not worth an event. */
    private void forgetPassing(int told) {
        notices.subList(told, notices.size()).removeIf(notice -> PASSING.contains(notice.reason()));
    }

    private Situation settled() {
        Situation at = situation().orElseThrow();
        at.approval().ifPresent(verb -> {
            if (at.standingAt() == RolloutPhase.GATING) {
                revisions = revisions.with(target().with(Settling.settle(at)).consume(verb));
                tell(Reason.Approved, verb.value(), at.stepIndex() + 1, targetHash);
            }
        });
        Situation approved = situation().orElseThrow();
        revisions = revisions.with(target().with(Settling.settle(approved)));
        return situation().orElseThrow();
    }

    /** A verb that nothing waits for has had its effect, which is none. */
    void useUpStaleVerbs() {
        for (Verb verb : seen.verbs().all()) {
            RevisionState holder = revisions.get(verb.hash()).orElseGet(this::target);
            if (holder.consumed().contains(verb.token()) || awaited(verb)) {
                continue;
            }
            revisions = revisions.with(holder.consume(verb));
            String why = verb.hash().equals(targetHash)
                    ? "nothing is there to " + verb.kind().key()
                    : "the target is revision " + targetHash;
            String key = "stale/" + verb.token() + "/" + targetHash;
            tell(Reason.VerbStale, key, verb.kind().key(), verb.value(), why);
        }
    }

    /** An approval of a step that is still ahead, a retry whose rollback is still under way. */
    private boolean awaited(Verb verb) {
        if (!verb.hash().equals(targetHash)) {
            return false;
        }
        return switch (verb.kind()) {
            case APPROVE -> situation().filter(at -> at.awaitsApproval(verb)).isPresent();
            case RETRY -> target().is(Verdict.REJECTED);
            case ABORT, PROMOTE -> false;
        };
    }

    private void tell(Reason reason, String key, Object... arguments) {
        notices.add(new Notice(reason, reason.message(arguments), key));
    }

    /** The target itself may be the latest promoted revision only when no rollout is needed. */
    private Optional<RevisionState> restoreTo() {
        return revisions.stable().filter(stable -> !stable.hash().equals(targetHash));
    }
}
