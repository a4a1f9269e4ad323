package com.nineminds.temporal.operator.health;

import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a container status says.
 *
 * @param waiting reason why it does not run now, e.g. {@code CrashLoopBackOff}
 * @param waitingMessage the kubelet's words for it; empty if none
 * @param ended how it ended, while it has not been started again
 * @param before how its previous run ended
 */
public record ContainerView(
        String name,
        boolean init,
        boolean ready,
        int restarts,
        Optional<String> waiting,
        String waitingMessage,
        Optional<Exit> ended,
        Optional<Exit> before) {

    Stream<Exit> exits() {
        return Stream.concat(ended.stream(), before.stream());
    }

    /** Whether its image was there once. */
    boolean started() {
        return waiting.isEmpty() || restarts > 0;
    }

    boolean waitsFor(String reason) {
        return waiting.filter(reason::equals).isPresent();
    }
}
