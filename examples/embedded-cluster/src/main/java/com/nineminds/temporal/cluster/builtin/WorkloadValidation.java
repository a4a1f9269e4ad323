package com.nineminds.temporal.cluster.builtin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nineminds.temporal.cluster.error.ApiException;
import com.nineminds.temporal.cluster.error.Cause;
import com.nineminds.temporal.cluster.json.Json;
import com.nineminds.temporal.cluster.select.LabelSelector;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Checks Deployments and ReplicaSets. */
final class WorkloadValidation {
    private static final List<String> STRATEGIES = List.of("Recreate", "RollingUpdate");

    private WorkloadValidation() {}

    static void validate(ObjectNode workload, Optional<ObjectNode> current, List<Cause> causes) {
        ObjectNode spec = Json.child(workload, "spec");
        for (String count : List.of("replicas", "minReadySeconds", "revisionHistoryLimit", "progressDeadlineSeconds")) {
            KindValidation.nonNegative(spec.path(count), "spec." + count, causes);
        }
        selector(spec, causes);
        strategy(spec, causes);
        template(spec, causes);
        JsonNode selector = spec.path("selector");
        current.filter(before -> !Json.at(before, "spec", "selector").equals(selector))
                .ifPresent(before -> causes.add(Cause.immutable("spec.selector", selector)));
        JsonNode deadline = spec.path("progressDeadlineSeconds");
        if (deadline.isNumber()
                && deadline.asLong() <= spec.path("minReadySeconds").asLong()) {
            causes.add(Cause.invalid("spec.progressDeadlineSeconds", deadline, "must be greater than minReadySeconds"));
        }
    }

    private static void selector(ObjectNode spec, List<Cause> causes) {
        JsonNode selector = spec.path("selector");
        if (!selector.isObject()) {
            causes.add(Cause.required("spec.selector", ""));
            matchLabels(spec, nothing -> false, causes);
            return;
        }
        if (selector.path("matchLabels").isEmpty()
                && selector.path("matchExpressions").isEmpty()) {
            causes.add(Cause.invalid("spec.selector", selector, "empty selector is invalid for deployment"));
            return;
        }
        try {
            matchLabels(spec, LabelSelector.of(selector), causes);
        } catch (ApiException malformed) {
            causes.add(Cause.invalid("spec.selector", selector, "invalid label selector"));
        }
    }

    private static void matchLabels(ObjectNode spec, Predicate<JsonNode> selector, List<Cause> causes) {
        JsonNode labels = Json.at(spec, "template", "metadata", "labels");
        if (!selector.test(labels)) {
            JsonNode shown = labels.isMissingNode() ? Json.object().nullNode() : labels;
            causes.add(Cause.invalid(
                    "spec.template.metadata.labels", shown, "`selector` does not match template `labels`"));
        }
    }

    private static void strategy(ObjectNode spec, List<Cause> causes) {
        JsonNode strategy = spec.path("strategy");
        String type = Json.text(strategy, "type");
        if (!type.isEmpty() && !STRATEGIES.contains(type)) {
            ObjectNode shown = Json.object().put("Type", type);
            shown.set("RollingUpdate", Json.object().nullNode());
            causes.add(Cause.notSupported("spec.strategy", shown, STRATEGIES));
        }
        JsonNode rolling = strategy.path("rollingUpdate");
        if (rolling.isObject() && type.equals("Recreate")) {
            causes.add(Cause.forbidden(
                    "spec.strategy.rollingUpdate", "may not be specified when strategy `type` is 'Recreate'"));
        }
        for (String bound : List.of("maxUnavailable", "maxSurge")) {
            KindValidation.countOrPercent(rolling.path(bound), "spec.strategy.rollingUpdate." + bound, causes);
        }
        if (isZero(rolling.path("maxUnavailable")) && isZero(rolling.path("maxSurge"))) {
            causes.add(Cause.invalid(
                    "spec.strategy.rollingUpdate.maxUnavailable",
                    rolling.path("maxUnavailable"),
                    "may not be 0 when `maxSurge` is 0"));
        }
    }

    private static void template(ObjectNode spec, List<Cause> causes) {
        ObjectNode podSpec = Json.child(Json.child(spec, "template"), "spec");
        PodValidation.spec(podSpec, "spec.template.spec", causes);
        KindValidation.notSupported(
                podSpec.path("restartPolicy"), List.of("Always"), "spec.template.spec.restartPolicy", causes);
    }

    private static boolean isZero(JsonNode countOrPercent) {
        return countOrPercent.asText().equals("0") || countOrPercent.asText().equals("0%");
    }
}
