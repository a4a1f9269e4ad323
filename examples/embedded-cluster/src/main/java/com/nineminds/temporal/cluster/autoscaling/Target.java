package com.nineminds.temporal.cluster.autoscaling;

import io.fabric8.kubernetes.api.model.Pod;
import java.util.List;

/**
 * What an autoscaler scales.
 *
 * @param replicas as they are asked for now
 * @param pods that the target's selector selects
 */
public record Target(String namespace, String name, int replicas, List<Pod> pods) {
    public Target {
        pods = List.copyOf(pods);
    }
}
