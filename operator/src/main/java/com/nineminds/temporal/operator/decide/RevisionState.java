package com.nineminds.temporal.operator.decide;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/**
 * What is durably known of one revision.
 *
 * @param number order of appearance, from 1
 * @param cause why it was rejected
 * @param decidedAt when the verdict was given; the latest promoted revision is the stable one
 * @param attempts rollouts that were started
 * @param consumed verb annotations that have had their effect, as {@code verb=value}, the latest last; the earliest of more than
 *     {@value #MOST_CONSUMED} are forgotten
 */
public record RevisionState(
        String hash,
        long number,
        Optional<Verdict> verdict,
        Optional<Failure> cause,
        Optional<Instant> decidedAt,
        int attempts,
        Set<String> consumed,
        Optional<Rollout> rollout) {
    /** The record is stored in annotations, which must not grow for ever. */
    public static final int MOST_CONSUMED = 50;

    public RevisionState {
        consumed = Collections.unmodifiableSet(new LinkedHashSet<>(consumed));
    }

    public static RevisionState unknown(String hash, long number) {
        return new RevisionState(
                hash, number, Optional.empty(), Optional.empty(), Optional.empty(), 0, Set.of(), Optional.empty());
    }

    public boolean is(Verdict other) {
        return verdict.filter(other::equals).isPresent();
    }

    public boolean inFlight() {
        return rollout.filter(Rollout::inFlight).isPresent();
    }

    public RevisionState with(Rollout next) {
        return new RevisionState(
                hash,
                number,
                verdict,
                cause,
                decidedAt,
                Math.max(attempts, next.attempt()),
                consumed,
                Optional.of(next));
    }

    public RevisionState promoted(Instant now) {
        return judged(Verdict.PROMOTED, Optional.empty(), now);
    }

    public RevisionState rejected(Failure why, Instant now) {
        return judged(Verdict.REJECTED, Optional.of(why), now);
    }

    /** A revision that was promoted once stays promoted: giving way is no fault. */
    public RevisionState superseded(Instant now) {
        return verdict.isPresent() ? this : judged(Verdict.SUPERSEDED, Optional.empty(), now);
    }

    /** A rejection of the future, by a clock that was ahead, must not keep a retry waiting until then. */
    RevisionState decidedBy(Instant now) {
        boolean ahead = is(Verdict.REJECTED) && decidedAt.filter(now::isBefore).isPresent();
        return ahead ? judged(Verdict.REJECTED, cause, now) : this;
    }

    /** Forgets a rejection, so that the revision may be tried again. */
    public RevisionState pardoned() {
        return new RevisionState(
                hash, number, Optional.empty(), Optional.empty(), Optional.empty(), attempts, consumed, rollout);
    }

    public RevisionState consume(Verb verb) {
        Set<String> more = new LinkedHashSet<>(consumed);
        more.add(verb.token());
        if (more.size() > MOST_CONSUMED) {
            more.remove(more.iterator().next());
        }
        return new RevisionState(hash, number, verdict, cause, decidedAt, attempts, more, rollout);
    }

    private RevisionState judged(Verdict next, Optional<Failure> why, Instant now) {
        return new RevisionState(hash, number, Optional.of(next), why, Optional.of(now), attempts, consumed, rollout);
    }
}
