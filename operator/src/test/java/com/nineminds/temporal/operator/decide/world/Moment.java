package com.nineminds.temporal.operator.decide.world;

import com.nineminds.temporal.operator.decide.Decision;
import com.nineminds.temporal.operator.decide.Observation;
import com.nineminds.temporal.operator.decide.RevisionState;
import com.nineminds.temporal.operator.decide.Revisions;
import com.nineminds.temporal.operator.decide.Rollout;
import com.nineminds.temporal.operator.decide.RolloutDecider;
import com.nineminds.temporal.operator.decide.RolloutPolicy;
import java.time.Instant;
import java.util.Optional;

/** One decision with everything that it was made from. */
public record Moment(Revisions before, Observation seen, RolloutPolicy policy, Instant now, Decision decision) {
    public static Moment of(Revisions before, Observation seen, RolloutPolicy policy, Instant now) {
        return new Moment(before, seen, policy, now, RolloutDecider.decide(before, seen, policy, now));
    }

    /** The rollout of the target that the decision leaves in flight. */
    public Optional<Rollout> inFlight() {
        return seen.target()
                .flatMap(decision.revisions()::get)
                .flatMap(RevisionState::rollout)
                .filter(Rollout::inFlight);
    }

    /** The same moment once more, from what was just decided. */
    public Moment again() {
        return of(decision.revisions(), seen, policy, now);
    }
}
