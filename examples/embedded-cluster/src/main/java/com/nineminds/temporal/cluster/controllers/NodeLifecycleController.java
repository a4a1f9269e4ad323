package com.nineminds.temporal.cluster.controllers;

import com.nineminds.temporal.cluster.objects.EventRecorder;
import com.nineminds.temporal.cluster.objects.Pods;
import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.NodeBuilder;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Taint;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/**
 * Deals with nodes that are not ready or cordoned: taints keep new pods away, the pods there are no longer ready, and
 * after the time that they tolerate they are deleted, unless no node at all is ready.
 */
final class NodeLifecycleController implements Controller {
    private final KubernetesClient client;
    private final EventRecorder events;
    private final Clock clock;
    private final LostPods lostPods;
    private final Set<ObjectName> nodes = ConcurrentHashMap.newKeySet();

    /**
     * @param events of the component that watches nodes
     * @param evictions events of the component that deletes pods
     */
    NodeLifecycleController(KubernetesClient client, EventRecorder events, EventRecorder evictions, Clock clock) {
        this.client = client;
        this.events = events;
        this.clock = clock;
        this.lostPods = new LostPods(client, events, evictions, clock);
    }

    @Override
    public String name() {
        return "node-lifecycle";
    }

    /** Whether pods leave a lost node depends on the others. */
    @Override
    public void watch(Watches watches, Consumer<ObjectName> enqueue) {
        watches.on(Node.class, node -> {
            nodes.add(ObjectName.of(node));
            nodes.forEach(enqueue);
        });
    }

    @Override
    public Optional<Duration> reconcile(ObjectName name) {
        List<Node> all = client.nodes().list().getItems();
        Optional<Node> found = all.stream()
                .filter(node -> node.getMetadata().getName().equals(name.name()))
                .findFirst();
        if (found.isEmpty()) {
            nodes.remove(name);
            return Optional.empty();
        }
        Node node = found.get();
        List<Taint> taints = NodeTaints.wanted(node, all.stream().anyMatch(NodeTaints::ready), clock.instant());
        taint(node, taints);
        if (NodeTaints.ready(node)) {
            return Optional.empty();
        }
        List<Pod> pods = lostPods.on(node);
        pods.forEach(lostPods::markNotReady);
        return taints.stream()
                .filter(taint -> taint.getEffect().equals(NodeTaints.NO_EXECUTE))
                .flatMap(taint -> pods.stream().flatMap(pod -> leave(pod, taint).stream()))
                .min(Duration::compareTo);
    }

    private void taint(Node node, List<Taint> taints) {
        if (taints.equals(node.getSpec().getTaints())) {
            return;
        }
        client.resource(new NodeBuilder(node)
                        .editSpec()
                        .withTaints(taints)
                        .endSpec()
                        .build())
                .update();
        if (!NodeTaints.ready(node)) {
            events.normal(
                    node,
                    "NodeNotReady",
                    "Node %s status is now: NodeNotReady"
                            .formatted(node.getMetadata().getName()));
        }
    }

    /** Deletes the pod when its time is up; otherwise returns how much of it is left. */
    private Optional<Duration> leave(Pod pod, Taint taint) {
        Instant now = clock.instant();
        Optional<Instant> departure = NodeTaints.departure(pod, taint);
        if (Pods.deleting(pod) || departure.isEmpty()) {
            return Optional.empty();
        }
        if (departure.get().isAfter(now)) {
            return Optional.of(Duration.between(now, departure.get()));
        }
        lostPods.evict(pod);
        return Optional.empty();
    }
}
