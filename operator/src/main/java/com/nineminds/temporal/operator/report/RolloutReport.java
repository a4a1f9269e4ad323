package com.nineminds.temporal.operator.report;

import com.nineminds.temporal.api.v1alpha1.GateStatus;
import com.nineminds.temporal.api.v1alpha1.Phase;
import com.nineminds.temporal.api.v1alpha1.RolloutStatus;
import com.nineminds.temporal.operator.decide.RevisionState;
import com.nineminds.temporal.operator.decide.Revisions;
import com.nineminds.temporal.operator.decide.Rollout;
import com.nineminds.temporal.operator.decide.RolloutPhase;
import com.nineminds.temporal.operator.decide.Step;
import com.nineminds.temporal.operator.decide.Stopwatch;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The rollout of the target, in flight or the last one. While the spec is invalid: the one that is frozen, or that of what serves. */
final class RolloutReport {
    private final StatusInput in;
    private final Optional<Rollout> rollout;

    RolloutReport(StatusInput in) {
        this.in = in;
        this.rollout = subject(in).flatMap(RevisionState::rollout);
    }

    private static Optional<RevisionState> subject(StatusInput in) {
        Revisions revisions = in.decision().revisions();
        return in.seen().target().isPresent()
                ? in.seen().target().flatMap(revisions::get)
                : revisions.inFlight().stream().findFirst().or(revisions::stable);
    }

    /** {@code 2/4 25%}: step 2 of 4 and its share. Empty while nothing moves. */
    Optional<String> step() {
        return rollout.filter(this::moves).map(current -> {
            List<Step> steps = in.policy().steps(current.route());
            int index = Math.min(current.step(), steps.size() - 1);
            return (index + 1) + "/" + steps.size() + " " + steps.get(index).share() + "%";
        });
    }

    List<GateStatus> gates(Instant now) {
        return rollout.map(current -> new GateReport(in, current).gates(now)).orElse(List.of());
    }

    Optional<RolloutStatus> status(List<GateStatus> gates) {
        return rollout.map(current -> new RolloutStatus(
                current.id(),
                current.attempt(),
                current.step(),
                phase(current.phase()),
                Wording.time(current.startedAt()),
                Wording.time(current.since()),
                deadline(current),
                current.highWater(),
                current.clocks().paused().counted().toSeconds(),
                Wording.orAbsent(gates)));
    }

    private boolean moves(Rollout current) {
        return current.inFlight() && in.decision().standing().phase() != Phase.Invalid;
    }

    /** A moment, not a remaining time, so that it stays the same while it approaches; absent while the clock stands. */
    private @Nullable String deadline(Rollout current) {
        Stopwatch progress = current.clocks().progress();
        return progress.runningSince()
                .filter(since -> moves(current))
                .map(since -> since.plus(in.policy().deadline()).minus(progress.counted()))
                .map(Wording::time)
                .orElse(null);
    }

    static Phase phase(RolloutPhase phase) {
        return switch (phase) {
            case PROGRESSING -> Phase.Progressing;
            case GATING -> Phase.Gating;
            case HOLDING -> Phase.Holding;
            case PAUSED -> Phase.Paused;
            case BAKING -> Phase.Baking;
            case PROMOTED -> Phase.Healthy;
            case ROLLING_BACK -> Phase.RollingBack;
            case ROLLED_BACK -> Phase.RolledBack;
            case FAILED -> Phase.Degraded;
            // Not the target any more; asked for again, it waits for a new rollout.
            case SUPERSEDED -> Phase.Pending;
        };
    }
}
