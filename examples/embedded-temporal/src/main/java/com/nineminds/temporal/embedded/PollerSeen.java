package com.nineminds.temporal.embedded;

import java.time.Instant;
import java.util.Optional;

/**
 * A worker that polled, as the server saw it.
 *
 * @param identity what the worker calls itself
 * @param kind the kind of task that it asked for
 * @param sticky true for polls of the worker's own sticky queue, which the real server does not count as pollers of the task queue
 * @param lastAccess when its latest poll began or ended, cancelled polls not counted
 * @param ratePerSecond the limit that the worker asked for; 100,000 when it asked for none
 * @param deploymentVersion {@code <deployment name>:<build id>} of a worker that takes part in Worker Versioning
 */
public record PollerSeen(
        String identity,
        PollKind kind,
        boolean sticky,
        Instant lastAccess,
        double ratePerSecond,
        Optional<String> deploymentVersion) {}
