package com.nineminds.temporal.cluster.node;

import com.nineminds.temporal.cluster.node.run.LogRing;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The output of a container's current run and of the one before. Thread-safe. */
final class ContainerLogs {
    private @Nullable LogRing current;
    private @Nullable LogRing previous;

    synchronized void begin(LogRing next) {
        previous = current;
        current = next;
    }

    synchronized Optional<LogRing> of(boolean before) {
        return Optional.ofNullable(before ? previous : current);
    }
}
