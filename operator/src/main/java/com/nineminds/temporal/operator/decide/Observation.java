package com.nineminds.temporal.operator.decide;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is seen at one moment.
 *
 * @param target the revision that the spec asks for; empty while the spec is invalid
 * @param fleets what runs, by revision
 * @param gates the latest word of each gate that is being measured
 */
public record Observation(Optional<String> target, Map<String, Fleet> fleets, List<GateReading> gates, Verbs verbs) {
    public Observation {
        fleets = Map.copyOf(fleets);
        gates = List.copyOf(gates);
    }

    /** Pods of all other revisions, those that are being deleted included. */
    public int othersAtWork(String hash) {
        return fleets.entrySet().stream()
                .filter(other -> !other.getKey().equals(hash))
                .mapToInt(other -> other.getValue().total() + other.getValue().terminating())
                .sum();
    }

    public Fleet fleet(String hash) {
        return fleets.getOrDefault(hash, Fleet.NONE);
    }
}
