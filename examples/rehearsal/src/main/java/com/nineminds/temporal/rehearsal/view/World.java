package com.nineminds.temporal.rehearsal.view;

import com.nineminds.temporal.api.v1alpha1.TemporalWorkerStatus;
import com.nineminds.temporal.operator.health.PodView;
import java.util.List;
import java.util.Map;

/**
 * One moment of a worker.
 *
 * @param replicas wanted pods per revision
 */
public record World(String name, TemporalWorkerStatus status, Map<String, Integer> replicas, List<PodView> pods) {
    public World {
        replicas = Map.copyOf(replicas);
        pods = List.copyOf(pods);
    }
}
