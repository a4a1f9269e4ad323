package com.nineminds.temporal.operator.decide;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * One attempt to make a revision the stable one. Persisted whole before anything acts on it.
 *
 * @param id unique per worker, stable over restarts: {@code <hash>-<attempt>}
 * @param step index into the route's steps, from 0
 * @param from the revision to restore on failure; empty for the first rollout
 * @param capacity pods that the worker had when the rollout started
 * @param since start of the phase
 * @param highWater most stably available pods seen in this step
 * @param baseline what the stable revision proves about failures of the target; {@link Baseline#UNKNOWN} where an older record does not tell
 * @param gates kept results, of all steps
 */
public record Rollout(
        String id,
        int attempt,
        RolloutPhase phase,
        int step,
        Route route,
        Optional<String> from,
        int capacity,
        Instant startedAt,
        Instant since,
        Clocks clocks,
        Optional<Pause> pause,
        int highWater,
        Baseline baseline,
        List<GateResult> gates) {
    public Rollout {
        baseline = Objects.requireNonNullElse(baseline, Baseline.UNKNOWN);
        gates = List.copyOf(gates);
    }

    public static Rollout start(RevisionState target, Optional<String> from, Route route, int capacity, Instant now) {
        int attempt = target.attempts() + 1;
        return new Rollout(
                target.hash() + "-" + attempt,
                attempt,
                RolloutPhase.PROGRESSING,
                0,
                route,
                from,
                capacity,
                now,
                now,
                Clocks.ZERO,
                Optional.empty(),
                0,
                Baseline.UNKNOWN,
                List.of());
    }

    public boolean inFlight() {
        return !phase.terminal();
    }

    /** The phase that decides about capacity: a pause changes nothing that runs. */
    public RolloutPhase standing() {
        return pause.map(Pause::resumeAt).orElse(phase);
    }

    /** Whether it is paused because a gate has no evidence. */
    public boolean blind() {
        return pause.filter(each -> each.why().reason() == Reason.GateInconclusive)
                .isPresent();
    }

    public Rollout enter(RolloutPhase next, Instant now) {
        return new Rollout(
                id,
                attempt,
                next,
                step,
                route,
                from,
                capacity,
                startedAt,
                now,
                next.terminal() ? clocks.stopped(now) : clocks,
                Optional.empty(),
                highWater,
                baseline,
                gates);
    }

    public Rollout atStep(int nextStep, Route nextRoute) {
        return new Rollout(
                id,
                attempt,
                phase,
                nextStep,
                nextRoute,
                from,
                capacity,
                startedAt,
                since,
                clocks.nextStep(),
                pause,
                0,
                baseline,
                gates);
    }

    public Rollout with(Clocks next) {
        return new Rollout(
                id, attempt, phase, step, route, from, capacity, startedAt, since, next, pause, highWater, baseline,
                gates);
    }

    public Rollout with(Pause next) {
        return new Rollout(
                id,
                attempt,
                phase,
                step,
                route,
                from,
                capacity,
                startedAt,
                since,
                clocks,
                Optional.of(next),
                highWater,
                baseline,
                gates);
    }

    public Rollout withHighWater(int next) {
        return new Rollout(
                id, attempt, phase, step, route, from, capacity, startedAt, since, clocks, pause, next, baseline,
                gates);
    }

    public Rollout with(Baseline next) {
        return new Rollout(
                id, attempt, phase, step, route, from, capacity, startedAt, since, clocks, pause, highWater, next,
                gates);
    }

    public Rollout withCapacity(int next) {
        return new Rollout(
                id, attempt, phase, step, route, from, next, startedAt, since, clocks, pause, highWater, baseline,
                gates);
    }

    /** Keeps a result; the newest word of a gate in a step replaces the older one. */
    public Rollout keep(GateResult result) {
        List<GateResult> kept = new ArrayList<>(gates);
        kept.removeIf(each -> each.step() == result.step() && each.name().equals(result.name()));
        kept.add(result);
        return new Rollout(
                id, attempt, phase, step, route, from, capacity, startedAt, since, clocks, pause, highWater, baseline,
                kept);
    }

    public Optional<GateResult> result(String gate) {
        return gates.stream()
                .filter(each -> each.step() == step && each.name().equals(gate))
                .findFirst();
    }
}
