package com.nineminds.temporal.operator.decide;

import com.nineminds.temporal.api.v1alpha1.Strategy;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** One rollout in its surroundings: everything that a signal is read from. */
record Situation(
        RevisionState target,
        Rollout rollout,
        Optional<RevisionState> stable,
        Observation seen,
        RolloutPolicy policy,
        Instant now) {

    Fleet fleet() {
        return seen.fleet(target.hash());
    }

    Fleet stableFleet() {
        return stable.map(revision -> seen.fleet(revision.hash())).orElse(Fleet.NONE);
    }

    RolloutPhase standingAt() {
        return rollout.standing();
    }

    int capacity() {
        return policy.scale().clamp(rollout.capacity());
    }

    List<Step> steps() {
        return policy.steps(rollout.route());
    }

    /** The step under way; an edit that shortened the list moves it to the last one. */
    int stepIndex() {
        return Math.min(rollout.step(), steps().size() - 1);
    }

    Step step() {
        return steps().get(stepIndex());
    }

    boolean lastStep() {
        return stepIndex() == steps().size() - 1;
    }

    /** Pods of the target that must be stably available. A bake has them all, even if the steps were edited under it. */
    int wanted() {
        return standingAt() == RolloutPhase.BAKING ? capacity() : step().pods(capacity());
    }

    /** Pods of the target that the gates have let take work from the stable revision: those of the step before, until this one's passed. */
    int trusted() {
        if (gatesPassed()) {
            return wanted();
        }
        return stepIndex() == 0 ? 0 : steps().get(stepIndex() - 1).pods(capacity());
    }

    /** Pods of the stable revision that the target makes up for. All at once means none before the bake. */
    int takenOver() {
        return policy.strategy() == Strategy.AllAtOnce ? 0 : Math.min(fleet().stable(), trusted());
    }

    /**
     * Whether a person paused it before the target had a pod. A pause changes nothing that runs, so it has not begun: the stable
     * revision goes on serving alone. A first rollout brings its pods up, because nothing else serves.
     */
    boolean staged() {
        boolean byPerson = rollout.phase() == RolloutPhase.PAUSED && !rollout.blind();
        boolean atTheStart =
                standingAt() == RolloutPhase.PROGRESSING && rollout.step() == 0 && rollout.highWater() == 0;
        return byPerson && atTheStart && stable.isPresent() && !fleet().runs();
    }

    boolean covered() {
        return fleet().stable() >= wanted();
    }

    /** Also while a step that grew since its gates passed waits for the pods that it lacks. */
    boolean deadlineRuns() {
        return rollout.phase().deadlineRuns() || (rollout.phase() == RolloutPhase.HOLDING && !covered());
    }

    java.time.Duration bake() {
        return rollout.route().gated() && stable.isPresent() ? policy.bake() : java.time.Duration.ZERO;
    }

    List<GatePolicy> gates() {
        return rollout.route().gated() ? policy.gates() : List.of();
    }

    Optional<GateReading> reading(GatePolicy gate) {
        return seen.gates().stream()
                .filter(reading -> reading.rolloutId().equals(rollout.id()))
                .filter(reading -> reading.step() == rollout.step())
                .filter(reading -> reading.gate().equals(gate.name()))
                .findFirst();
    }

    /** A gate that decides and says so now; results that were kept are final. */
    Optional<GateReading> deciding(GateVerdict verdict) {
        return ahead().flatMap(gate -> reading(gate).stream())
                .filter(reading -> reading.verdict() == verdict)
                .findFirst();
    }

    /** Gates that the step still needs. */
    Stream<GatePolicy> ahead() {
        return gates().stream()
                .filter(gate -> !gate.dryRun() && rollout.result(gate.name()).isEmpty());
    }

    boolean gatesPassed() {
        return ahead().findAny().isEmpty();
    }

    Evidence evidence() {
        return new Evidence(this);
    }

    /** A wait that is not the target's fault. */
    Optional<Failure> blocker() {
        return fleet().blocker()
                .or(() -> evidence().unlimited())
                .or(this::draining)
                .or(() -> stable.filter(revision -> sharedLoss())
                        .map(revision -> Failure.of(Reason.StableUnready, revision.hash())));
    }

    /** Recreate starts nothing before the last pod of the others is gone, and that may drain for as long as its grace period. */
    private Optional<Failure> draining() {
        int others = seen.othersAtWork(target.hash());
        boolean waits = policy.strategy() == Strategy.Recreate && others > 0 && !fleet().runs();
        return waits ? Optional.of(Failure.of(Reason.Draining, target.hash(), others)) : Optional.empty();
    }

    /**
     * Readiness that the stable revision lost too points to a shared dependency, unless it is known to be broken. Pods that it gave
     * up for the target, and those that it is given back when the target loses pods or the worker grows, are no loss: else a flapping
     * target would stop its own deadline.
     */
    boolean sharedLoss() {
        Fleet old = stableFleet();
        boolean measurable =
                policy.strategy() != Strategy.Recreate && old.fatal().isEmpty() && old.total() > 0;
        int untouched = Math.max(1, Math.min(capacity(), rollout.capacity()) - rollout.highWater());
        int others = seen.fleets().entrySet().stream()
                .filter(each -> !each.getKey().equals(target.hash()))
                .mapToInt(each -> each.getValue().available())
                .sum();
        return measurable && others < untouched;
    }

    Optional<Verb> verb(Verb.Kind kind) {
        return seen.verbs().pending(kind, target);
    }

    /** Without a suffix, the step under way is meant. */
    Optional<Verb> approval() {
        String step = String.valueOf(stepIndex() + 1);
        return verb(Verb.Kind.APPROVE)
                .filter(verb ->
                        verb.suffix().filter(suffix -> !suffix.equals(step)).isEmpty());
    }

    /** Whether the gates that this verb approves are still ahead; without a suffix, those of the step under way. */
    boolean awaitsApproval(Verb verb) {
        if (!rollout.phase().servesTarget()) {
            return false;
        }
        if (verb.suffix().isEmpty()) {
            return standingAt().deadlineRuns();
        }
        int firstAhead = standingAt().deadlineRuns() ? stepIndex() : stepIndex() + 1;
        return IntStream.range(firstAhead, steps().size())
                .mapToObj(index -> String.valueOf(index + 1))
                .anyMatch(verb.suffix().orElseThrow()::equals);
    }

    Situation with(RevisionState next) {
        return new Situation(next, next.rollout().orElse(rollout), stable, seen, policy, now);
    }
}
