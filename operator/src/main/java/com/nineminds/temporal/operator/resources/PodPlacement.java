package com.nineminds.temporal.operator.resources;

import io.fabric8.kubernetes.api.model.Affinity;
import io.fabric8.kubernetes.api.model.AffinityBuilder;
import io.fabric8.kubernetes.api.model.LabelSelectorBuilder;
import io.fabric8.kubernetes.api.model.TopologySpreadConstraint;
import io.fabric8.kubernetes.api.model.TopologySpreadConstraintBuilder;

/** Preferences, never requirements: a worker starts on a cluster of one node too. */
final class PodPlacement {
    private static final String NODE = "kubernetes.io/hostname";
    private static final String ZONE = "topology.kubernetes.io/zone";

    private PodPlacement() {}

    /** Pods of the worker keep away from each other's nodes. */
    static Affinity affinity(WorkerRef worker) {
        return new AffinityBuilder()
                .withNewPodAntiAffinity()
                .addNewPreferredDuringSchedulingIgnoredDuringExecution()
                .withWeight(100)
                .withNewPodAffinityTerm()
                .withTopologyKey(NODE)
                .withLabelSelector(new LabelSelectorBuilder()
                        .withMatchLabels(Labels.selectingWorker(worker))
                        .build())
                .endPodAffinityTerm()
                .endPreferredDuringSchedulingIgnoredDuringExecution()
                .endPodAntiAffinity()
                .build();
    }

    /** Pods of a revision spread over the zones; those of another one that is about to go do not count. */
    static TopologySpreadConstraint spread(WorkerRef worker, String hash) {
        return new TopologySpreadConstraintBuilder()
                .withMaxSkew(1)
                .withTopologyKey(ZONE)
                .withWhenUnsatisfiable("ScheduleAnyway")
                .withLabelSelector(new LabelSelectorBuilder()
                        .withMatchLabels(Labels.selectingRevision(worker, hash))
                        .build())
                .build();
    }
}
