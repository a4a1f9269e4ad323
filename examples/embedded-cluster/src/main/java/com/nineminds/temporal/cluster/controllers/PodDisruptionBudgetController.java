package com.nineminds.temporal.cluster.controllers;

import com.fasterxml.jackson.databind.JsonNode;
import com.nineminds.temporal.cluster.json.Json;
import com.nineminds.temporal.cluster.objects.EventRecorder;
import com.nineminds.temporal.cluster.objects.Owners;
import com.nineminds.temporal.cluster.select.LabelSelector;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudgetBuilder;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudgetStatus;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** Keeps account of how many pods a PodDisruptionBudget allows to be evicted; evictions spend what it writes. */
final class PodDisruptionBudgetController implements Controller {
    private final KubernetesClient client;
    private final EventRecorder events;
    private final Clock clock;
    private final OwnersScale scale;
    private final Map<ObjectName, Predicate<JsonNode>> selectors = new ConcurrentHashMap<>();

    PodDisruptionBudgetController(KubernetesClient client, EventRecorder events, Clock clock) {
        this.client = client;
        this.events = events;
        this.clock = clock;
        this.scale = new OwnersScale(client);
    }

    @Override
    public String name() {
        return "disruption";
    }

    @Override
    public void watch(Watches watches, Consumer<ObjectName> enqueue) {
        watches.on(PodDisruptionBudget.class, budget -> {
            selectors.put(ObjectName.of(budget), selector(budget));
            enqueue.accept(ObjectName.of(budget));
        });
        watches.on(Pod.class, pod -> covering(pod).forEach(enqueue));
    }

    private static Predicate<JsonNode> selector(PodDisruptionBudget budget) {
        return budget.getSpec().getSelector() == null
                ? nothing -> false
                : LabelSelector.of(Json.MAPPER.valueToTree(budget.getSpec().getSelector()));
    }

    private List<ObjectName> covering(Pod pod) {
        JsonNode labels = Json.MAPPER.valueToTree(pod.getMetadata().getLabels());
        return selectors.entrySet().stream()
                .filter(entry ->
                        entry.getKey().namespace().equals(pod.getMetadata().getNamespace()))
                .filter(entry -> entry.getValue().test(labels))
                .map(Map.Entry::getKey)
                .toList();
    }

    @Override
    public Optional<Duration> reconcile(ObjectName name) {
        PodDisruptionBudget budget = client.policy()
                .v1()
                .podDisruptionBudget()
                .inNamespace(name.namespace())
                .withName(name.name())
                .get();
        if (budget == null) {
            selectors.remove(name);
            return Optional.empty();
        }
        List<Pod> pods = selected(budget);
        warn(budget, pods);
        Instant now = clock.instant();
        DisruptionBudget account = DisruptionBudget.of(budget, pods, scale.of(pods), now);
        PodDisruptionBudgetStatus next = account.status(budget, now);
        if (!next.equals(budget.getStatus())) {
            client.resource(new PodDisruptionBudgetBuilder(budget)
                            .withStatus(next)
                            .build())
                    .updateStatus();
        }
        return account.untilForgotten(now);
    }

    private List<Pod> selected(PodDisruptionBudget budget) {
        return budget.getSpec().getSelector() == null
                ? List.of()
                : client.pods()
                        .inNamespace(budget.getMetadata().getNamespace())
                        .withLabelSelector(budget.getSpec().getSelector())
                        .list()
                        .getItems();
    }

    private void warn(PodDisruptionBudget budget, List<Pod> pods) {
        if (pods.isEmpty()) {
            events.normal(budget, "NoPods", "No matching pods found");
        }
        if (DisruptionBudget.dependsOnScale(budget)
                && pods.stream().anyMatch(pod -> Owners.controllerOf(pod).isEmpty())) {
            events.warning(
                    budget,
                    "UnmanagedPods",
                    "Pods selected by this PodDisruptionBudget were found to be unmanaged. As a result, the status of the"
                            + " PDB cannot be calculated correctly, which may result in undefined behavior. To account for"
                            + " these pods please set \".spec.minAvailable\" field of the PDB to an integer value.");
        }
    }
}
