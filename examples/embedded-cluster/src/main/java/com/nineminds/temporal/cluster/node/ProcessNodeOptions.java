package com.nineminds.temporal.cluster.node;

import com.nineminds.temporal.cluster.node.image.ImageCommands;
import java.time.Duration;

/**
 * How a process node behaves.
 *
 * @param name of the Node object
 * @param images what it can run
 * @param backOff the first delay between restarts and between image pulls, and between attempts to find missing
 *     configuration; default 10 s as the kubelet's
 * @param longestBackOff where the doubling of the delay ends; default 5 min as the kubelet's
 * @param network default {@link PodNetwork#detect}
 */
public record ProcessNodeOptions(
        String name, ImageCommands images, Duration backOff, Duration longestBackOff, PodNetwork network) {
    public static ProcessNodeOptions of(String name, ImageCommands images) {
        return new ProcessNodeOptions(name, images, Duration.ofSeconds(10), Duration.ofMinutes(5), PodNetwork.detect());
    }

    public ProcessNodeOptions withBackOff(Duration first, Duration longest) {
        return new ProcessNodeOptions(name, images, first, longest, network);
    }

    public ProcessNodeOptions withNetwork(PodNetwork other) {
        return new ProcessNodeOptions(name, images, backOff, longestBackOff, other);
    }
}
