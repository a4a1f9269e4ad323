package com.nineminds.temporal.operator.report;

import com.nineminds.temporal.api.v1alpha1.GateType;
import com.nineminds.temporal.api.v1alpha1.NoData;
import com.nineminds.temporal.api.v1alpha1.Strategy;
import com.nineminds.temporal.api.v1alpha1.TemporalWorkerStatus;
import com.nineminds.temporal.operator.decide.Capacity;
import com.nineminds.temporal.operator.decide.Decision;
import com.nineminds.temporal.operator.decide.Failure;
import com.nineminds.temporal.operator.decide.Fleet;
import com.nineminds.temporal.operator.decide.GatePolicy;
import com.nineminds.temporal.operator.decide.GateReading;
import com.nineminds.temporal.operator.decide.GateVerdict;
import com.nineminds.temporal.operator.decide.Observation;
import com.nineminds.temporal.operator.decide.Revisions;
import com.nineminds.temporal.operator.decide.RolloutDecider;
import com.nineminds.temporal.operator.decide.RolloutPolicy;
import com.nineminds.temporal.operator.decide.Scale;
import com.nineminds.temporal.operator.decide.Step;
import com.nineminds.temporal.operator.decide.Verb;
import com.nineminds.temporal.operator.decide.Verbs;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The life of one worker named {@code billing} with eight pods: the real decider, a cluster that obeys at once, and time that is told. */
final class Story {
    static final Instant START = Instant.parse("2026-01-02T03:04:05.678Z");
    static final int PODS = 8;

    private final Map<String, Fleet> fleets = new HashMap<>();
    private final Map<String, Failure> fatal = new HashMap<>();
    private final List<GateReading> readings = new ArrayList<>();
    private final List<Verb> verbs = new ArrayList<>();
    private Optional<String> target = Optional.empty();
    private Optional<TemporalWorkerStatus> previous = Optional.empty();
    private Optional<Decision> decision = Optional.empty();
    private Revisions revisions = Revisions.NONE;
    private Findings findings = Findings.NONE;
    private boolean paused;
    private long generation;
    private Instant now = START;

    /** The spec asks for another revision. */
    Story apply(String hash) {
        target = Optional.of(hash);
        generation++;
        return this;
    }

    Story applyInvalid(String... violations) {
        target = Optional.empty();
        generation++;
        return finds(new Findings(List.of(violations), List.of()));
    }

    Story pause(boolean on) {
        paused = on;
        generation++;
        return this;
    }

    Story finds(Findings found) {
        findings = found;
        return this;
    }

    Story annotate(Verb.Kind kind, String value) {
        verbs.add(new Verb(kind, value));
        return this;
    }

    Story breaks(String hash, Failure why) {
        fatal.put(hash, why);
        return this;
    }

    Story after(Duration duration) {
        now = now.plus(duration);
        return this;
    }

    /** Every gate that is asked for now answers so. */
    Story gatesSay(GateVerdict verdict, String message) {
        readings.clear();
        decision.flatMap(Decision::gates)
                .ifPresent(request -> request.gates()
                        .forEach(gate -> readings.add(
                                new GateReading(request.rolloutId(), request.step(), gate.name(), verdict, message))));
        return this;
    }

    Story gatesForget() {
        readings.clear();
        return this;
    }

    /** What was decided is there at once, and stably available unless the revision is broken. */
    Story clusterObeys() {
        decision.ifPresent(last ->
                last.capacities().forEach((hash, capacity) -> fleets.put(hash, fleet(hash, capacity))));
        return this;
    }

    Story hasPods(String hash, int desired, int available) {
        fleets.put(
                hash, new Fleet(desired, desired, 0, available, available, broken(hash), Set.of(), Optional.empty()));
        return this;
    }

    TemporalWorkerStatus reconcile() {
        Observation seen = new Observation(target, fleets, readings, new Verbs(verbs));
        Decision decided = RolloutDecider.decide(revisions, seen, policy(), now);
        StatusInput input =
                new StatusInput("billing", generation, previous, decided, seen, policy(), images(decided), findings);
        TemporalWorkerStatus status = StatusFactory.status(input, now);
        revisions = decided.revisions();
        decision = Optional.of(decided);
        previous = Optional.of(status);
        return status;
    }

    /** Reconciles until the rollout of the target waits for gates. */
    TemporalWorkerStatus reconcileToGates() {
        reconcile();
        return clusterObeys().reconcile();
    }

    /** A good revision goes all the way. */
    TemporalWorkerStatus promote(String hash) {
        apply(hash);
        for (int round = 0; round < 20; round++) {
            reconcile();
            clusterObeys()
                    .gatesSay(GateVerdict.PASSED, "pollers seen on orders")
                    .after(Duration.ofMinutes(2));
        }
        return reconcile();
    }

    Story loseStatus() {
        previous = Optional.empty();
        return this;
    }

    long generation() {
        return generation;
    }

    Optional<TemporalWorkerStatus> status() {
        return previous;
    }

    Instant now() {
        return now;
    }

    private Fleet fleet(String hash, Capacity capacity) {
        int pods = capacity.max();
        int available = fatal.containsKey(hash) ? 0 : pods;
        return new Fleet(
                pods,
                pods,
                0,
                available,
                available,
                pods == 0 ? Optional.empty() : broken(hash),
                Set.of(),
                Optional.empty());
    }

    private Optional<Failure> broken(String hash) {
        return Optional.ofNullable(fatal.get(hash));
    }

    private static Map<String, String> images(Decision decided) {
        Map<String, String> images = new HashMap<>();
        decided.revisions().byHash().keySet().forEach(hash -> images.put(hash, "registry.example/billing:" + hash));
        return images;
    }

    private RolloutPolicy policy() {
        GatePolicy pollers = new GatePolicy(
                "pollers",
                GateType.Pollers,
                Duration.ofSeconds(5),
                Duration.ofSeconds(60),
                1,
                0,
                4,
                NoData.Inconclusive,
                false);
        return new RolloutPolicy(
                Strategy.Progressive,
                List.of(new Step(25, Duration.ofMinutes(2)), new Step(50, Duration.ofMinutes(2))),
                Duration.ofMinutes(10),
                Duration.ofMinutes(10),
                Duration.ofSeconds(10),
                paused,
                3,
                List.of(pollers),
                Scale.fixed(PODS));
    }
}
