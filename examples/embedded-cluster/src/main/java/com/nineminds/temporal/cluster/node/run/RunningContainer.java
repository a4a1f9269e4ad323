package com.nineminds.temporal.cluster.node.run;

import java.util.concurrent.CompletableFuture;

/** One run of a container. */
public interface RunningContainer {
    /** SIGKILL's exit code, which a container that was killed shows. */
    int KILLED = 137;

    /** Completed with the exit code once the container has ended and its output is complete. */
    CompletableFuture<Integer> exit();

    /** Asks the container to stop (SIGTERM). */
    void terminate();

    /** Ends the container at once (SIGKILL), with the processes that it started. */
    void kill();
}
