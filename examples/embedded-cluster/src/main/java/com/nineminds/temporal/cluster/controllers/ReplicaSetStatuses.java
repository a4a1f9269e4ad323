package com.nineminds.temporal.cluster.controllers;

import com.nineminds.temporal.cluster.objects.KubeTime;
import com.nineminds.temporal.cluster.objects.Pods;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.apps.ReplicaSet;
import io.fabric8.kubernetes.api.model.apps.ReplicaSetCondition;
import io.fabric8.kubernetes.api.model.apps.ReplicaSetConditionBuilder;
import io.fabric8.kubernetes.api.model.apps.ReplicaSetStatus;
import io.fabric8.kubernetes.api.model.apps.ReplicaSetStatusBuilder;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a ReplicaSet's status says about its pods. */
final class ReplicaSetStatuses {
    private ReplicaSetStatuses() {}

    /** @param failure why pods could not be created or deleted, empty when nothing was refused */
    static ReplicaSetStatus next(ReplicaSet set, List<Pod> active, Optional<PodFailure> failure, Instant now) {
        Map<String, String> labels = set.getSpec().getTemplate().getMetadata().getLabels();
        int ready = (int) active.stream().filter(Pods::ready).count();
        int available = (int) active.stream()
                .filter(pod -> Pods.available(pod, minReady(set), now))
                .count();
        int labelled = (int) active.stream()
                .filter(pod -> pod.getMetadata().getLabels().entrySet().containsAll(labels.entrySet()))
                .count();
        return new ReplicaSetStatusBuilder()
                .withReplicas(active.size())
                .withFullyLabeledReplicas(orNull(labelled))
                .withReadyReplicas(orNull(ready))
                .withAvailableReplicas(orNull(available))
                .withObservedGeneration(set.getMetadata().getGeneration())
                .withConditions(conditions(set, failure, now))
                .build();
    }

    static Duration minReady(ReplicaSet set) {
        return Duration.ofSeconds(Revisions.orZero(set.getSpec().getMinReadySeconds()));
    }

    /** A failure that is reported already keeps its first message and time. */
    private static List<ReplicaSetCondition> conditions(ReplicaSet set, Optional<PodFailure> failure, Instant now) {
        List<ReplicaSetCondition> before =
                set.getStatus() == null ? List.of() : set.getStatus().getConditions();
        List<ReplicaSetCondition> next = new ArrayList<>(before);
        next.removeIf(
                condition -> condition.getType().equals(DeploymentConditions.REPLICA_FAILURE) && failure.isEmpty());
        boolean reported =
                next.stream().anyMatch(condition -> condition.getType().equals(DeploymentConditions.REPLICA_FAILURE));
        failure.filter(unreported -> !reported)
                .ifPresent(unreported -> next.add(new ReplicaSetConditionBuilder()
                        .withType(DeploymentConditions.REPLICA_FAILURE)
                        .withStatus("True")
                        .withReason(unreported.reason())
                        .withMessage(unreported.message())
                        .withLastTransitionTime(KubeTime.format(now))
                        .build()));
        return next;
    }

    /** The API leaves zero counts out. */
    @org.jspecify.annotations.Nullable
    private static Integer orNull(int count) {
        return count == 0 ? null : count;
    }
}
