package com.nineminds.temporal.cluster.subresource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nineminds.temporal.cluster.error.ApiException;
import com.nineminds.temporal.cluster.error.Cause;
import com.nineminds.temporal.cluster.json.Json;
import com.nineminds.temporal.cluster.json.ObjectMeta;
import com.nineminds.temporal.cluster.kind.ResourceType;
import com.nineminds.temporal.cluster.select.LabelSelector;
import com.nineminds.temporal.cluster.store.ObjectStore;
import com.nineminds.temporal.cluster.write.DeleteOptions;
import com.nineminds.temporal.cluster.write.Deleter;
import com.nineminds.temporal.cluster.write.Proposal;
import com.nineminds.temporal.cluster.write.Target;
import com.nineminds.temporal.cluster.write.WriteOptions;
import com.nineminds.temporal.cluster.write.Writer;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Evicts pods: deletes them if the disruption budget that covers them allows it. */
public final class Eviction {
    private static final Set<String> BEYOND_BUDGET = Set.of("Succeeded", "Failed", "Pending");
    private static final String REFUSAL = "Cannot evict pod as it would violate the pod's disruption budget.";
    private static final int RETRY_SECONDS = 10;

    private final ObjectStore store;
    private final Writer writer;
    private final Deleter deleter;
    private final ResourceType budgets;
    private final Clock clock;

    /** @param budgets the resource of disruption budgets */
    public Eviction(ObjectStore store, Writer writer, Deleter deleter, ResourceType budgets, Clock clock) {
        this.store = store;
        this.writer = writer;
        this.deleter = deleter;
        this.budgets = budgets;
        this.clock = clock;
    }

    /**
     * Evicts a pod.
     *
     * @param eviction the body of the request
     * @throws ApiException 429 with a cause of {@code DisruptionBudget} when the budget is used up
     */
    public void evict(Target pod, ObjectNode eviction) {
        ObjectNode current = store.get(pod.key()).orElseThrow(() -> ApiException.notFound(pod.subject()));
        if (!pod.name().equals(ObjectMeta.name(eviction))) {
            throw ApiException.badRequest("name in URL does not match name in Eviction object");
        }
        DeleteOptions options = DeleteOptions.of(eviction.path("deleteOptions"));
        boolean beyond = BEYOND_BUDGET.contains(Json.text(current, "status", "phase")) || ObjectMeta.deleting(current);
        if (!beyond) {
            budgetOf(current)
                    .filter(budget -> !isExempt(current, budget))
                    .ifPresent(budget -> spend(budget, pod.name(), options.dryRun()));
        }
        Target whole = new Target(pod.type(), pod.namespace(), pod.name(), "");
        if (!options.dryRun()) {
            writer.update(
                    new Target(pod.type(), pod.namespace(), pod.name(), "status"),
                    now -> Proposal.of(marked(now)),
                    WriteOptions.by("kube-apiserver"));
        }
        deleter.delete(whole, options);
    }

    private Optional<ObjectNode> budgetOf(ObjectNode pod) {
        JsonNode labels = Json.at(pod, "metadata", "labels");
        List<ObjectNode> covering = store.list(budgets.storage(), ObjectMeta.namespace(pod)).objects().stream()
                .filter(budget ->
                        LabelSelector.of(Json.at(budget, "spec", "selector")).test(labels))
                .toList();
        if (covering.size() > 1) {
            throw ApiException.of(
                    500,
                    "",
                    "This pod has more than one PodDisruptionBudget, which the eviction subresource does not support.");
        }
        return covering.stream().findFirst();
    }

    /** A pod that is not ready does not count, unless its budget protects it too. */
    private static boolean isExempt(ObjectNode pod, ObjectNode budget) {
        boolean ready = Json.objects(pod, "status", "conditions").stream()
                .anyMatch(condition -> Json.text(condition, "type").equals("Ready")
                        && Json.text(condition, "status").equals("True"));
        if (ready) {
            return false;
        }
        int desired = Json.at(budget, "status", "desiredHealthy").asInt();
        int healthy = Json.at(budget, "status", "currentHealthy").asInt();
        return Json.text(budget, "spec", "unhealthyPodEvictionPolicy").equals("AlwaysAllow")
                || (healthy >= desired && desired > 0);
    }

    private void spend(ObjectNode budget, String pod, boolean dryRun) {
        Target target = new Target(budgets, ObjectMeta.namespace(budget), ObjectMeta.name(budget), "status");
        WriteOptions options = new WriteOptions(dryRun, "kube-apiserver", false, "Ignore");
        writer.update(target, now -> Proposal.of(spent(now, pod)), options);
    }

    private ObjectNode spent(ObjectNode budget, String pod) {
        ObjectNode next = budget.deepCopy();
        ObjectNode status = Json.child(next, "status");
        String name = ObjectMeta.name(budget);
        if (status.path("observedGeneration").asLong()
                < Json.at(budget, "metadata", "generation").asLong()) {
            throw refusal(
                    "The disruption budget %s is still being processed by the server.".formatted(name), RETRY_SECONDS);
        }
        int allowed = status.path("disruptionsAllowed").asInt();
        if (allowed <= 0) {
            throw refusal(explanation(name, status), 0);
        }
        status.put("disruptionsAllowed", allowed - 1);
        Json.child(status, "disruptedPods")
                .put(pod, clock.instant().truncatedTo(ChronoUnit.SECONDS).toString());
        return next;
    }

    private static String explanation(String name, ObjectNode status) {
        int healthy = status.path("currentHealthy").asInt();
        int desired = status.path("desiredHealthy").asInt();
        return healthy <= desired
                ? "The disruption budget %s needs %d healthy pods and has %d currently"
                        .formatted(name, desired, healthy)
                : "The disruption budget %s does not allow evicting pods currently".formatted(name);
    }

    private static ApiException refusal(String message, int retryAfterSeconds) {
        return ApiException.tooManyRequests(
                REFUSAL, retryAfterSeconds, List.of(new Cause("DisruptionBudget", message, "")));
    }

    private ObjectNode marked(ObjectNode pod) {
        ObjectNode next = pod.deepCopy();
        var conditions = Json.child(next, "status").withArray("conditions");
        for (int i = conditions.size() - 1; i >= 0; i--) {
            if (Json.text(conditions.get(i), "type").equals("DisruptionTarget")) {
                conditions.remove(i);
            }
        }
        conditions
                .addObject()
                .put("type", "DisruptionTarget")
                .put("status", "True")
                .put("reason", "EvictionByEvictionAPI")
                .put("message", "Eviction API: evicting")
                .put(
                        "lastTransitionTime",
                        clock.instant().truncatedTo(ChronoUnit.SECONDS).toString());
        return next;
    }
}
