package com.nineminds.temporal.operator.decide.world;

import com.nineminds.temporal.operator.decide.Decision;
import com.nineminds.temporal.operator.decide.Fleet;
import com.nineminds.temporal.operator.decide.Observation;
import com.nineminds.temporal.operator.decide.RevisionState;
import com.nineminds.temporal.operator.decide.Revisions;
import com.nineminds.temporal.operator.decide.Verb;
import com.nineminds.temporal.operator.decide.Verbs;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * One worker in a cluster. The operator decides when something happens that an event tells, and when it asked to be woken; that pods
 * become stably available by time alone is no event.
 */
public final class World {
    public static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final int AUTOSCALER_PERIOD = 15;
    private static final int MOST_ROUNDS = 60;

    private final Times times;
    private final Map<String, Workload> workloads = new TreeMap<>();
    private final Map<String, Health> health = new HashMap<>();
    private final Map<String, Pollers> pollers = new HashMap<>();
    private final Map<Verb.Kind, Verb> verbs = new TreeMap<>();
    private final List<Consumer<Moment>> watchers = new ArrayList<>();
    private final GateProbe gates;
    private Policy policy;
    private Optional<String> target = Optional.empty();
    private boolean valid = true;
    private Revisions record = Revisions.NONE;
    private long second;
    private Duration skew = Duration.ZERO;
    private boolean outage;
    private boolean operatorUp = true;
    private int demand;
    private Optional<Instant> wake = Optional.empty();
    private Optional<Object> decidedOn = Optional.empty();
    private Optional<Moment> last = Optional.empty();

    public World(Times times, Policy policy) {
        this.times = times;
        this.policy = policy;
        this.gates = new GateProbe(times.measuring());
        this.demand = policy.is().scale().min();
    }

    /** Begins with a revision that was promoted long ago and serves with that many pods. */
    public World serving(String hash, int pods) {
        record = record.with(RevisionState.unknown(hash, record.nextNumber()).promoted(START.minusSeconds(1000)));
        workload(hash).begin(pods);
        target = Optional.of(hash);
        demand = pods;
        return this;
    }

    public World watch(Consumer<Moment> watcher) {
        watchers.add(watcher);
        return this;
    }

    // What the user does.

    public void apply(String hash) {
        target = Optional.of(hash);
        valid = true;
    }

    public void invalidate() {
        valid = false;
    }

    public void edit(UnaryOperator<Policy> change) {
        policy = change.apply(policy);
    }

    public void annotate(Verb.Kind kind, String value) {
        verbs.put(kind, new Verb(kind, value));
    }

    // What the cluster does.

    public void turn(String hash, Health next) {
        health.put(hash, next);
        workload(hash).turn(next, second);
    }

    /** Pods that exist go on as they are. */
    public void turnNew(String hash, Health next) {
        health.put(hash, next);
        workload(hash).turnNew(next);
    }

    public void poll(String hash, Pollers word) {
        pollers.put(hash, word);
    }

    public void loseNode(String hash) {
        workload(hash).loseNode(second);
    }

    /** A Ready pod is evicted and replaced. */
    public void drain(String hash) {
        workload(hash).drain(second);
    }

    public void outage(boolean on) {
        outage = on;
    }

    public void demand(int pods) {
        demand = pods;
    }

    // What happens to the operator.

    public void stop() {
        operatorUp = false;
    }

    /** It comes back with what is recorded and nothing else. */
    public void start(UnaryOperator<Revisions> reading) {
        operatorUp = true;
        record = reading.apply(record);
        gates.forget();
        decidedOn = Optional.empty();
    }

    public void skew(Duration next) {
        skew = next;
        decidedOn = Optional.empty();
    }

    // Time.

    public void run(long seconds) {
        for (long i = 0; i < seconds; i++) {
            tick();
        }
    }

    /** Decides about what happened in this second, without letting time pass. */
    public void settle() {
        react();
    }

    private void tick() {
        react();
        second++;
        workloads.values().forEach(workload -> workload.tick(second, outage));
        if (second % AUTOSCALER_PERIOD == 0 && policy.is().scale().autoscaled()) {
            int ready = workloads.keySet().stream()
                    .mapToInt(hash -> fleet(hash).available())
                    .sum();
            workloads.values().forEach(workload -> workload.autoscale((double) demand / Math.max(1, ready), second));
        }
        react();
    }

    private void react() {
        for (int round = 0; operatorUp && target.isPresent(); round++) {
            boolean due = wake.filter(at -> !at.isAfter(now())).isPresent();
            if (!due && decidedOn.filter(events()::equals).isPresent()) {
                return;
            }
            if (round > MOST_ROUNDS) {
                throw new AssertionError("the operator does not come to rest: " + last);
            }
            decide();
        }
    }

    private void decide() {
        decidedOn = Optional.of(events());
        Moment moment = Moment.of(record, observation(), policy.is(), now());
        watchers.forEach(watcher -> watcher.accept(moment));
        last = Optional.of(moment);
        act(moment.decision());
    }

    private void act(Decision decision) {
        record = decision.revisions();
        boolean autoscaled = policy.is().scale().autoscaled();
        decision.capacities().forEach((hash, capacity) -> {
            if (!capacity.isZero() || workloads.containsKey(hash)) {
                workload(hash).ask(capacity, autoscaled, second);
            }
        });
        List<RevisionState> kept = record.byHash().values().stream()
                .filter(revision -> !decision.retired().contains(revision.hash()))
                .toList();
        record = Revisions.of(kept);
        decision.retired().forEach(workloads::remove);
        gates.follow(decision.gates(), second);
        wake = decision.requeueAfter().map(now()::plus);
    }

    /** Everything that an event would tell of. */
    private Object events() {
        Observation seen = observation();
        Map<String, List<Object>> fleets = new HashMap<>();
        seen.fleets()
                .forEach((hash, fleet) -> fleets.put(
                        hash,
                        List.of(
                                fleet.desired(),
                                fleet.total(),
                                fleet.terminating(),
                                fleet.available(),
                                fleet.fatal(),
                                fleet.troubles(),
                                fleet.blocker())));
        return List.of(fleets, seen.target(), seen.gates(), seen.verbs(), policy.is(), record);
    }

    private Observation observation() {
        Map<String, Fleet> fleets = new HashMap<>();
        workloads.forEach((hash, workload) -> fleets.put(hash, workload.fleet(second)));
        return new Observation(
                valid ? target : Optional.empty(),
                fleets,
                gates.readings(this, second),
                new Verbs(List.copyOf(verbs.values())));
    }

    private Workload workload(String hash) {
        return workloads.computeIfAbsent(hash, key -> new Workload(key, times, health.getOrDefault(key, Health.GOOD)));
    }

    // What can be seen.

    public Instant now() {
        return START.plusSeconds(second).plus(skew);
    }

    public long second() {
        return second;
    }

    public Policy policy() {
        return policy;
    }

    public Optional<String> target() {
        return target;
    }

    public Revisions record() {
        return record;
    }

    public Moment last() {
        return last.orElseThrow();
    }

    public Fleet fleet(String hash) {
        return workload(hash).fleet(second);
    }

    public Health health(String hash) {
        return health.getOrDefault(hash, Health.GOOD);
    }

    /** Ready pods of all revisions. */
    public int available() {
        return workloads.keySet().stream()
                .mapToInt(hash -> fleet(hash).available())
                .sum();
    }

    Pollers pollers(String hash) {
        return pollers.getOrDefault(hash, Pollers.SEEN);
    }
}
