package com.nineminds.temporal.worker.runtime;

import com.nineminds.temporal.worker.runtime.health.ProbeResult;
import com.nineminds.temporal.worker.runtime.health.Probes;
import java.util.Optional;
import java.util.function.Supplier;

/** The stage that a worker has reached, and what that means to the kubelet. */
final class WorkerLife implements Probes {

    private final Supplier<Optional<String>> pollingProblem;
    private Stage stage = Stage.REGISTERING;
    private String detail = "";

    /** {@code pollingProblem} says why a started worker does not poll; empty when it does. */
    WorkerLife(Supplier<Optional<String>> pollingProblem) {
        this.pollingProblem = pollingProblem;
    }

    /** Goes on to a later stage and says whether it did: a worker never goes back, so a late success cannot undo a drain. */
    synchronized boolean advance(Stage next, String why) {
        if (next.compareTo(stage) < 0) {
            return false;
        }
        stage = next;
        detail = why;
        return true;
    }

    synchronized boolean isAt(Stage expected) {
        return stage == expected;
    }

    @Override
    public synchronized ProbeResult live() {
        boolean alive = stage != Stage.FAILED && stage != Stage.STOPPED;
        return new ProbeResult(alive, reason());
    }

    @Override
    public synchronized ProbeResult started() {
        return new ProbeResult(stage != Stage.REGISTERING && stage != Stage.FAILED, reason());
    }

    @Override
    public synchronized ProbeResult ready() {
        if (stage != Stage.POLLING) {
            return ProbeResult.notOk(reason());
        }
        return pollingProblem.get().map(ProbeResult::notOk).orElseGet(() -> ProbeResult.ok(reason()));
    }

    private String reason() {
        return detail.isEmpty() ? stage.description() : stage.description() + ": " + detail;
    }
}
