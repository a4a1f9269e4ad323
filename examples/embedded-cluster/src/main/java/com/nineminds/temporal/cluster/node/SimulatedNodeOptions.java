package com.nineminds.temporal.cluster.node;

import java.time.Duration;

/**
 * How a simulated node behaves.
 *
 * @param name of the Node object
 * @param startAfter how long a pod takes from its binding to its first status, and a container to start again;
 *     default 50 ms
 * @param changeAfter how long pods stay as they are that go on to be OOM-killed or to flap; default 500 ms
 */
public record SimulatedNodeOptions(String name, Duration startAfter, Duration changeAfter) {
    public static SimulatedNodeOptions named(String name) {
        return new SimulatedNodeOptions(name, Duration.ofMillis(50), Duration.ofMillis(500));
    }

    public SimulatedNodeOptions withStartAfter(Duration other) {
        return new SimulatedNodeOptions(name, other, changeAfter);
    }

    public SimulatedNodeOptions withChangeAfter(Duration other) {
        return new SimulatedNodeOptions(name, startAfter, other);
    }
}
