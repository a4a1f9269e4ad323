package com.nineminds.temporal.worker.runtime;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import sun.misc.Signal;

/**
 * SIGTERM and SIGINT. A JVM shutdown hook would do for the first one, but it can neither choose the exit code nor see a second signal.
 */
final class StopSignals {

    private static final int SIGNALLED = 128;

    private final CompletableFuture<Void> first = new CompletableFuture<>();

    private StopSignals() {}

    /** From now on the first signal completes {@link #first()}; a second one ends the process at once with 128 + its number. */
    static StopSignals install() {
        var signals = new StopSignals();
        List.of("TERM", "INT").forEach(name -> Signal.handle(new Signal(name), signals::received));
        return signals;
    }

    CompletableFuture<Void> first() {
        return first.copy();
    }

    private void received(Signal signal) {
        if (!first.complete(null)) {
            Runtime.getRuntime().halt(SIGNALLED + signal.getNumber());
        }
    }
}
