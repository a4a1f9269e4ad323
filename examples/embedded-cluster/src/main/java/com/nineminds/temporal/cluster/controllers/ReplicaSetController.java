package com.nineminds.temporal.cluster.controllers;

import com.nineminds.temporal.cluster.objects.EventRecorder;
import com.nineminds.temporal.cluster.objects.Owners;
import com.nineminds.temporal.cluster.objects.Pods;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.apps.ReplicaSet;
import io.fabric8.kubernetes.api.model.apps.ReplicaSetBuilder;
import io.fabric8.kubernetes.api.model.apps.ReplicaSetStatus;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Keeps the number of a ReplicaSet's pods. It never adopts a pod that has no controller reference to the ReplicaSet. */
final class ReplicaSetController implements Controller {
    private static final Duration REFUSED_RETRY = Duration.ofSeconds(1);

    private final KubernetesClient client;
    private final Clock clock;
    private final ReplicaSetPods pods;

    ReplicaSetController(KubernetesClient client, EventRecorder events, Clock clock) {
        this.client = client;
        this.clock = clock;
        this.pods = new ReplicaSetPods(client, events);
    }

    @Override
    public String name() {
        return "replicaset";
    }

    @Override
    public void watch(Watches watches, Consumer<ObjectName> enqueue) {
        watches.on(ReplicaSet.class, set -> enqueue.accept(ObjectName.of(set)));
        watches.on(
                Pod.class,
                pod -> Owners.controllerOf(pod)
                        .filter(owner -> owner.getKind().equals("ReplicaSet"))
                        .ifPresent(owner ->
                                enqueue.accept(new ObjectName(pod.getMetadata().getNamespace(), owner.getName()))));
    }

    @Override
    public Optional<Duration> reconcile(ObjectName name) {
        ReplicaSet set = client.apps()
                .replicaSets()
                .inNamespace(name.namespace())
                .withName(name.name())
                .get();
        if (set == null) {
            return Optional.empty();
        }
        List<Pod> active = pods.active(set);
        Optional<PodFailure> failure = Pods.deleting(set) ? Optional.empty() : resize(set, active);
        ReplicaSetStatus next = ReplicaSetStatuses.next(set, active, failure, clock.instant());
        if (!next.equals(set.getStatus())) {
            client.resource(new ReplicaSetBuilder(set).withStatus(next).build()).updateStatus();
        }
        return failure.isPresent() ? Optional.of(REFUSED_RETRY) : untilAvailable(set, active);
    }

    private Optional<PodFailure> resize(ReplicaSet set, List<Pod> active) {
        int missing = Revisions.replicas(set) - active.size();
        if (missing > 0) {
            return pods.create(set, missing);
        }
        return missing < 0 ? pods.delete(set, VictimOrder.victims(active, -missing)) : Optional.empty();
    }

    /** The moment at which the next ready pod will have been ready for long enough. */
    private Optional<Duration> untilAvailable(ReplicaSet set, List<Pod> active) {
        Duration minReady = ReplicaSetStatuses.minReady(set);
        return active.stream()
                .filter(Pods::ready)
                .filter(pod -> !Pods.available(pod, minReady, clock.instant()))
                .map(pod ->
                        Duration.between(clock.instant(), Pods.readySince(pod).plus(minReady)))
                .map(left -> left.plusMillis(1))
                .min(Duration::compareTo);
    }
}
