package com.nineminds.temporal.cluster.controllers;

import com.nineminds.temporal.cluster.objects.EventRecorder;
import com.nineminds.temporal.cluster.objects.KubeTime;
import com.nineminds.temporal.cluster.objects.Pods;
import io.fabric8.kubernetes.api.model.Binding;
import io.fabric8.kubernetes.api.model.BindingBuilder;
import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.PodConditionBuilder;
import io.fabric8.kubernetes.api.model.PodStatus;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Gives every pod the ready node with the fewest pods that tolerates it. It looks at nothing else: no resource
 * requests, no affinity, no topology.
 */
final class Scheduler implements Controller {
    private static final String NAME = "default-scheduler";
    private static final String UNSCHEDULABLE = "Unschedulable";

    private final KubernetesClient client;
    private final EventRecorder events;
    private final Clock clock;

    Scheduler(KubernetesClient client, EventRecorder events, Clock clock) {
        this.client = client;
        this.events = events;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "scheduler";
    }

    @Override
    public void watch(Watches watches, Consumer<ObjectName> enqueue) {
        watches.on(Pod.class, pod -> {
            if (ours(pod)) {
                enqueue.accept(ObjectName.of(pod));
            }
        });
        watches.on(Node.class, node -> waiting().forEach(pod -> enqueue.accept(ObjectName.of(pod))));
    }

    @Override
    public Optional<Duration> reconcile(ObjectName name) {
        Pod pod = client.pods()
                .inNamespace(name.namespace())
                .withName(name.name())
                .get();
        if (pod == null || !ours(pod) || Pods.deleting(pod)) {
            return Optional.empty();
        }
        List<Node> nodes = client.nodes().list().getItems();
        Optional<Node> chosen = emptiest(
                nodes.stream().filter(node -> Tolerance.admits(node, pod)).toList());
        if (chosen.isPresent()) {
            bind(pod, chosen.get());
        } else {
            refuse(pod, Tolerance.refusal(nodes, pod));
        }
        return Optional.empty();
    }

    private List<Pod> waiting() {
        return client.pods().inAnyNamespace().list().getItems().stream()
                .filter(Scheduler::ours)
                .toList();
    }

    /** Without a node, and asking for no other scheduler. */
    private static boolean ours(Pod pod) {
        return !Pods.assigned(pod) && NAME.equals(pod.getSpec().getSchedulerName());
    }

    private Optional<Node> emptiest(List<Node> candidates) {
        if (candidates.size() < 2) {
            return candidates.stream().findFirst();
        }
        Map<String, Long> pods = client.pods().inAnyNamespace().list().getItems().stream()
                .filter(Pods::assigned)
                .map(pod -> pod.getSpec().getNodeName())
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        return candidates.stream()
                .min(Comparator.<Node, Long>comparing(
                                node -> pods.getOrDefault(node.getMetadata().getName(), 0L))
                        .thenComparing(node -> node.getMetadata().getName()));
    }

    private void bind(Pod pod, Node node) {
        String nodeName = node.getMetadata().getName();
        String namespace = pod.getMetadata().getNamespace();
        Binding binding = new BindingBuilder()
                .withNewMetadata()
                .withName(pod.getMetadata().getName())
                .withNamespace(namespace)
                .endMetadata()
                .withNewTarget()
                .withApiVersion("v1")
                .withKind("Node")
                .withName(nodeName)
                .endTarget()
                .build();
        client.raw(
                "/api/v1/namespaces/%s/pods/%s/binding"
                        .formatted(namespace, pod.getMetadata().getName()),
                "POST",
                binding);
        events.normal(
                pod,
                "Scheduled",
                "Successfully assigned %s/%s to %s"
                        .formatted(namespace, pod.getMetadata().getName(), nodeName));
    }

    private void refuse(Pod pod, String why) {
        boolean told = Pods.condition(pod, "PodScheduled")
                .filter(condition -> why.equals(condition.getMessage()))
                .isPresent();
        if (told) {
            return;
        }
        PodStatus before = pod.getStatus() == null ? new PodStatus() : pod.getStatus();
        client.resource(new PodBuilder(pod)
                        .withStatus(before)
                        .editStatus()
                        .withPhase("Pending")
                        .withConditions(new PodConditionBuilder()
                                .withType("PodScheduled")
                                .withStatus("False")
                                .withReason(UNSCHEDULABLE)
                                .withMessage(why)
                                .withLastTransitionTime(KubeTime.format(clock.instant()))
                                .build())
                        .endStatus()
                        .build())
                .updateStatus();
        events.warning(pod, "FailedScheduling", why);
    }
}
