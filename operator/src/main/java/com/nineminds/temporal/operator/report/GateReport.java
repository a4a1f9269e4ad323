package com.nineminds.temporal.operator.report;

import com.nineminds.temporal.api.v1alpha1.GateStatus;
import com.nineminds.temporal.operator.decide.GatePolicy;
import com.nineminds.temporal.operator.decide.GateReading;
import com.nineminds.temporal.operator.decide.GateResult;
import com.nineminds.temporal.operator.decide.GateVerdict;
import com.nineminds.temporal.operator.decide.Rollout;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The last word of each gate in each step of one rollout: what was kept, else what is measured now, else what was last told. The
 * record keeps only passed gates, so it is the status that remembers what a failed one said.
 */
final class GateReport {
    /** The bound of the schema. */
    private static final int MOST_GATES = 100;

    private static final List<GateVerdict> LOUDEST_FIRST =
            List.of(GateVerdict.FAILED, GateVerdict.INCONCLUSIVE, GateVerdict.RUNNING, GateVerdict.PASSED);

    private static final Comparator<Key> BY_STEP =
            Comparator.comparingInt(Key::step).thenComparing(Key::gate);

    private record Key(int step, String gate) {}

    private final StatusInput in;
    private final Rollout rollout;
    private final List<GateStatus> before;

    GateReport(StatusInput in, Rollout rollout) {
        this.in = in;
        this.rollout = rollout;
        this.before = in.previous()
                .flatMap(status -> Optional.ofNullable(status.rollout()))
                .filter(last -> last.id().equals(rollout.id()))
                .flatMap(last -> Optional.ofNullable(last.gates()))
                .orElse(List.of());
    }

    /** Ordered by step and name. */
    List<GateStatus> gates(Instant now) {
        Map<Key, GateStatus> gates = new TreeMap<>(BY_STEP);
        before.stream().filter(this::stillTrue).forEach(each -> gates.put(new Key(each.step(), each.name()), each));
        measured(now).forEach(each -> gates.put(new Key(each.step(), each.name()), each));
        rollout.gates().forEach(result -> gates.put(new Key(result.step(), result.name()), kept(result)));
        List<GateStatus> all = new ArrayList<>(gates.values());
        return all.subList(Math.max(0, all.size() - MOST_GATES), all.size());
    }

    /** The word of the latest step that matters most, such as {@code pollers Failed}. */
    static Optional<String> text(List<GateStatus> gates) {
        int step = gates.stream().mapToInt(GateStatus::step).max().orElse(0);
        return LOUDEST_FIRST.stream()
                .map(Wording::constant)
                .flatMap(verdict -> gates.stream()
                        .filter(gate -> gate.step() == step && gate.verdict().equals(verdict)))
                .findFirst()
                .map(gate -> gate.name() + " " + gate.verdict());
    }

    /** A gate that was running when its step ended says nothing any more. */
    private boolean stillTrue(GateStatus gate) {
        return !gate.verdict().equals(Wording.constant(GateVerdict.RUNNING));
    }

    private List<GateStatus> measured(Instant now) {
        List<GateStatus> measured = new ArrayList<>();
        for (GatePolicy gate : in.policy().gates()) {
            reading(gate).ifPresent(reading -> measured.add(told(reading, now)));
        }
        return measured;
    }

    private Optional<GateReading> reading(GatePolicy gate) {
        Optional<GateReading> read = in.seen().gates().stream()
                .filter(each -> each.rolloutId().equals(rollout.id()) && each.step() == rollout.step())
                .filter(each -> each.gate().equals(gate.name()))
                .findFirst();
        return read.or(() -> in.decision()
                .gates()
                .filter(request -> request.rolloutId().equals(rollout.id()))
                .map(request -> new GateReading(
                        rollout.id(), request.step(), gate.name(), GateVerdict.RUNNING, "not measured yet")));
    }

    private GateStatus told(GateReading reading, Instant now) {
        String verdict = Wording.constant(reading.verdict());
        String since = before.stream()
                .filter(each -> each.name().equals(reading.gate())
                        && each.step() == reading.step()
                        && each.verdict().equals(verdict))
                .map(GateStatus::since)
                .filter(Objects::nonNull)
                .findFirst()
                .orElseGet(() -> Wording.time(now));
        return new GateStatus(
                reading.gate(), reading.step(), verdict, message(reading.gate(), reading.message()), since);
    }

    private GateStatus kept(GateResult result) {
        return new GateStatus(
                result.name(),
                result.step(),
                Wording.constant(result.verdict()),
                message(result.name(), result.message()),
                Wording.time(result.since()));
    }

    private String message(String gate, String message) {
        boolean dryRun = in.policy().gates().stream()
                .anyMatch(each -> each.dryRun() && each.name().equals(gate));
        return Wording.clip(dryRun ? "dry run, decides nothing: " + message : message);
    }
}
