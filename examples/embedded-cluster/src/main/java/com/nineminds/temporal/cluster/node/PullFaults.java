package com.nineminds.temporal.cluster.node;

import com.nineminds.temporal.cluster.node.image.ImageCommands;
import com.nineminds.temporal.cluster.node.image.PullFailure;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Images that cannot be pulled although the node knows them. Thread-safe. */
final class PullFaults {
    private final Map<String, PullFailure> byGlob = new ConcurrentHashMap<>();

    void put(String glob, PullFailure failure) {
        byGlob.put(glob, failure);
    }

    void remove(String glob) {
        byGlob.remove(glob);
    }

    Optional<PullFailure> of(String image) {
        return byGlob.entrySet().stream()
                .filter(entry -> ImageCommands.matches(entry.getKey(), image))
                .map(Map.Entry::getValue)
                .findFirst();
    }
}
