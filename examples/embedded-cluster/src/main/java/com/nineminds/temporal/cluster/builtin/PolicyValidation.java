package com.nineminds.temporal.cluster.builtin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nineminds.temporal.cluster.error.Cause;
import com.nineminds.temporal.cluster.json.Json;
import java.util.List;

/** Checks PodDisruptionBudgets and HorizontalPodAutoscalers. */
final class PolicyValidation {
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
            causes.add(Cause.invalid("spec.maxReplicas", most, "must be greater than 0"));
        }
        if (most.asInt() < least.asInt()) {
            causes.add(Cause.invalid("spec.maxReplicas", most, "must be greater than or equal to `minReplicas`"));
        }
        for (String field : List.of("kind", "name")) {
            if (Json.text(spec, "scaleTargetRef", field).isEmpty()) {
                causes.add(Cause.required("spec.scaleTargetRef." + field, ""));
            }
        }
    }
}
