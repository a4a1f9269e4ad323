package com.nineminds.temporal.operator.decide.space;

import com.nineminds.temporal.operator.decide.Baseline;
import com.nineminds.temporal.operator.decide.Failure;
import com.nineminds.temporal.operator.decide.Fleet;
import com.nineminds.temporal.operator.decide.GateReading;
import com.nineminds.temporal.operator.decide.GateResult;
import com.nineminds.temporal.operator.decide.GateVerdict;
import com.nineminds.temporal.operator.decide.Observation;
import com.nineminds.temporal.operator.decide.Pause;
import com.nineminds.temporal.operator.decide.Reason;
import com.nineminds.temporal.operator.decide.RevisionState;
import com.nineminds.temporal.operator.decide.Revisions;
import com.nineminds.temporal.operator.decide.Rollout;
import com.nineminds.temporal.operator.decide.RolloutPhase;
import com.nineminds.temporal.operator.decide.RolloutPolicy;
import com.nineminds.temporal.operator.decide.Route;
import com.nineminds.temporal.operator.decide.world.Moment;
import com.nineminds.temporal.operator.decide.world.Policy;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One point of the space of decisions. */
public record Point(Place place, Sight sight) {
    private static final String TARGET = "green";
    private static final String BEFORE = "blue";
    private static final String ANOTHER = "red";
    private static final String NEXT = "white";
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final String GATE = "pollers";

    /** The decision at this point. */
    public Moment moment() {
        return Moment.of(revisions(), seen(), policy(), NOW);
    }

    /** Whether a rollout is in flight of which no clock has counted yet. */
    public boolean isFresh() {
        return place.stand().inFlight() && sight.hour() == Hour.FRESH;
    }

    /** The decision after the spec moved on from here. */
    public Moment movedOn() {
        Observation seen = seen();
        Observation moved = new Observation(Optional.of(NEXT), seen.fleets(), seen.gates(), seen.verbs());
        return Moment.of(revisions(), moved, policy(), NOW);
    }

    private RolloutPolicy policy() {
        return Policy.REAL
                .strategy(place.strategy())
                .scale(place.shape().scale())
                .deadline(Space.DEADLINE)
                .paused(sight.wish().paused())
                .is();
    }

    private int wanted() {
        return place.wanted(policy().steps(place.route()));
    }

    private Observation seen() {
        Map<String, Fleet> fleets = new HashMap<>();
        fleets.put(TARGET, sight.target().fleet(wanted(), place.shape().capacity()));
        if (place.around().stable()) {
            fleets.put(
                    BEFORE,
                    sight.stable()
                            .fleet(
                                    Math.max(1, place.shape().capacity() - wanted()),
                                    place.shape().capacity()));
        }
        if (place.around().another()) {
            boolean bad = place.around() == Around.STABLE_AND_ANOTHER_ROLLING_BACK;
            fleets.put(
                    ANOTHER,
                    (bad ? Pods.BROKEN : Pods.COVERED).fleet(1, place.shape().capacity()));
        }
        List<GateReading> readings = sight.word().verdict().stream()
                .map(verdict -> new GateReading(TARGET + "-1", place.course().step(), GATE, verdict, "evidence"))
                .toList();
        return new Observation(
                Optional.of(TARGET), fleets, readings, sight.wish().verbs(TARGET));
    }

    private Revisions revisions() {
        Revisions revisions = Revisions.NONE;
        if (place.around().stable()) {
            revisions = revisions.with(RevisionState.unknown(BEFORE, 1).promoted(NOW.minusSeconds(1000)));
        }
        if (place.around().another()) {
            revisions = revisions.with(another());
        }
        return place.stand() == Stand.UNKNOWN ? revisions : revisions.with(target());
    }

    private RevisionState another() {
        RevisionState fresh = RevisionState.unknown(ANOTHER, 2);
        Rollout rollout = start(fresh, place.around().stable() ? Route.STEPS : Route.DIRECT);
        return place.around() == Around.STABLE_AND_ANOTHER_ROLLING_BACK
                ? fresh.with(rollout.enter(RolloutPhase.ROLLING_BACK, NOW)).rejected(evidence(), NOW)
                : fresh.with(rollout.enter(RolloutPhase.HOLDING, NOW));
    }

    private RevisionState target() {
        RevisionState fresh = RevisionState.unknown(TARGET, 3);
        return switch (place.stand()) {
            case UNKNOWN -> throw new IllegalStateException("not recorded");
            case STABLE -> fresh.promoted(NOW.minusSeconds(500));
            case PROMOTED_BEFORE -> fresh.promoted(NOW.minusSeconds(2000));
            case SUPERSEDED -> ended(fresh, RolloutPhase.SUPERSEDED).superseded(NOW.minusSeconds(500));
            case REJECTED -> ended(fresh, RolloutPhase.ROLLED_BACK).rejected(evidence(), NOW.minusSeconds(500));
            case REJECTED_FOR_NOW ->
                ended(fresh, RolloutPhase.ROLLED_BACK)
                        .rejected(
                                Failure.of(Reason.RegistryUnavailable, "worker", "pod-1", "503"),
                                NOW.minusSeconds(500));
            case ROLLING_BACK -> fresh.with(inFlight(fresh)).rejected(evidence(), NOW.minusSeconds(5));
            default ->
                place.course() == Course.FAST
                        ? fresh.with(inFlight(fresh)).promoted(NOW.minusSeconds(2000))
                        : fresh.with(inFlight(fresh));
        };
    }

    private RevisionState ended(RevisionState revision, RolloutPhase end) {
        return revision.with(start(revision, place.route()).enter(end, NOW.minusSeconds(500)));
    }

    private Rollout inFlight(RevisionState revision) {
        Rollout rollout = start(revision, place.route())
                .atStep(place.course().step(), place.route())
                .with(sight.hour().clocks(NOW))
                .withHighWater(highWater())
                .with(sight.stable() == Pods.FALLEN ? Baseline.GOOD : Baseline.UNKNOWN)
                .enter(place.stand().phase().orElseThrow(), NOW.minusSeconds(60));
        if (place.stand().gatesBehind() || sight.word() == Word.KEPT) {
            rollout = rollout.keep(new GateResult(GATE, place.course().step(), GateVerdict.PASSED, "seen", NOW));
        }
        Rollout unpaused = rollout;
        return place.stand()
                .resumeAt()
                .map(phase -> unpaused.with(new Pause(phase, pausedFor())))
                .orElse(unpaused);
    }

    /** Where a target whose gates are passed has none of its pods, the step has just grown; where it has too few, some were lost. */
    private int highWater() {
        if (place.stand().bakes()) {
            return place.shape().capacity();
        }
        boolean hadPods = place.stand().gatesBehind() && sight.target() != Pods.STARTING;
        return hadPods || sight.target() == Pods.PARTIAL ? wanted() : 0;
    }

    private Failure pausedFor() {
        return place.stand() == Stand.BLIND
                ? Failure.of(Reason.GateInconclusive, GATE, "1", "Temporal is down")
                : Failure.of(Reason.Paused, TARGET);
    }

    private Rollout start(RevisionState revision, Route route) {
        return Rollout.start(
                revision,
                place.around().stable() ? Optional.of(BEFORE) : Optional.empty(),
                route,
                place.shape().capacity(),
                NOW.minusSeconds(600));
    }

    private static Failure evidence() {
        return Failure.of(Reason.CrashLoop, "worker", "pod-1", "exit code 1, 3 restarts");
    }
}
