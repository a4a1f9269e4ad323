package com.nineminds.temporal.operator.plan;

import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.List;
import java.util.Map;

/**
 * What the world should hold.
 *
 * @param apply in this order
 * @param replicas per revision; a revision that is not named keeps what its autoscaler gave it
 * @param delete ours, and no longer wanted
 */
public record Plan(List<HasMetadata> apply, Map<String, Integer> replicas, List<HasMetadata> delete) {
    public Plan {
        apply = List.copyOf(apply);
        replicas = Map.copyOf(replicas);
        delete = List.copyOf(delete);
    }
}
