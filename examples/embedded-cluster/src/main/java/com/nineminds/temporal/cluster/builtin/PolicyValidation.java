package com.nineminds.temporal.cluster.builtin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.nineminds.temporal.cluster.error.Cause;
import com.nineminds.temporal.cluster.json.Json;
import java.util.List;
import java.util.Set;

/** Checks PodDisruptionBudgets and HorizontalPodAutoscalers. */
final class PolicyValidation {
    private static final Set<String> CORE_WITH_SCALE = Set.of("ReplicationController");
    private static final Set<String> WITHOUT_PODS = Set.of("Object", "External");

    private PolicyValidation() {}

    static void budget(ObjectNode budget, List<Cause> causes) {
        JsonNode spec = budget.path("spec");
        if (spec.has("minAvailable") && spec.has("maxUnavailable")) {
            causes.add(Cause.invalid("spec", spec, "minAvailable and maxUnavailable cannot be both set"));
        }
        KindValidation.countOrPercent(spec.path("minAvailable"), "spec.minAvailable", causes);
        KindValidation.countOrPercent(spec.path("maxUnavailable"), "spec.maxUnavailable", causes);
        KindValidation.notSupported(
                spec.path("unhealthyPodEvictionPolicy"),
                List.of("AlwaysAllow", "IfHealthyBudget"),
                "spec.unhealthyPodEvictionPolicy",
                causes);
    }

    static void autoscaler(ObjectNode autoscaler, List<Cause> causes) {
        JsonNode spec = autoscaler.path("spec");
        JsonNode least = spec.path("minReplicas");
        JsonNode most = spec.path("maxReplicas");
        if (least.asInt() < 1) {
            causes.add(Cause.invalid("spec.minReplicas", least, "must be greater than or equal to 1"));
        }
        if (most.asInt() < 1) {
            causes.add(Cause.required("spec.maxReplicas", "must be set and greater than 0"));
        }
        if (most.asInt() < least.asInt()) {
            causes.add(Cause.invalid("spec.maxReplicas", most, "must be greater than or equal to `minReplicas`"));
        }
        target(spec.path("scaleTargetRef"), causes);
        if (least.asInt() == 0 && neverZero(spec)) {
            causes.add(Cause.forbidden(
                    "spec.metrics",
                    "must specify at least one Object or External metric to support scaling to zero replicas"));
        }
    }

    private static void target(JsonNode target, List<Cause> causes) {
        for (String field : List.of("kind", "name")) {
            if (Json.text(target, field).isEmpty()) {
                causes.add(Cause.required("spec.scaleTargetRef." + field, ""));
            }
        }
        String version = Json.text(target, "apiVersion");
        if (!version.contains("/") && !CORE_WITH_SCALE.contains(Json.text(target, "kind"))) {
            causes.add(Cause.invalid(
                    "spec.scaleTargetRef.apiVersion", TextNode.valueOf(version), "apiVersion must specify API group"));
        }
    }

    private static boolean neverZero(JsonNode spec) {
        return Json.objects(spec, "metrics").stream()
                .noneMatch(metric -> WITHOUT_PODS.contains(Json.text(metric, "type")));
    }
}
