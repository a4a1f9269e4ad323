package com.nineminds.temporal.cluster.api;

import java.io.IOException;
import java.io.OutputStream;

/** Where the server gets the output of containers from. */
@FunctionalInterface
public interface PodLogs {
    /** No container has said anything. */
    PodLogs NONE = (query, out) -> {};

    /**
     * Writes what a container has said; with {@code follow} until the container ends or the client goes away.
     *
     * @throws IOException when the client went away
     * @throws InterruptedException when the server closes
     */
    void write(PodLogQuery query, OutputStream out) throws IOException, InterruptedException;
}
