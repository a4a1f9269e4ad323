package com.nineminds.temporal.cluster.builtin;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nineminds.temporal.cluster.json.Json;

/** Defaults of HorizontalPodAutoscalers. */
final class AutoscalerDefaults {
    private static final int CPU_UTILIZATION = 80;
    private static final int PERIOD_SECONDS = 15;
    private static final int UP_PODS = 4;
    private static final int ALL = 100;

    private AutoscalerDefaults() {}

    static void apply(ObjectNode autoscaler) {
        ObjectNode spec = Json.child(autoscaler, "spec");
        Absent.put(spec, "minReplicas", 1);
        if (!spec.has("metrics")) {
            ObjectNode metric = spec.putArray("metrics").addObject().put("type", "Resource");
            ObjectNode resource = metric.putObject("resource").put("name", "cpu");
            resource.putObject("target").put("type", "Utilization").put("averageUtilization", CPU_UTILIZATION);
        }
        Json.objectAt(spec, "behavior").ifPresent(behavior -> {
            up(Json.child(behavior, "scaleUp"));
            down(Json.child(behavior, "scaleDown"));
        });
    }

    private static void up(ObjectNode rules) {
        Absent.put(rules, "stabilizationWindowSeconds", 0);
        Absent.put(rules, "selectPolicy", "Max");
        if (!rules.has("policies")) {
            ArrayNode policies = rules.putArray("policies");
            policy(policies, "Pods", UP_PODS);
            policy(policies, "Percent", ALL);
        }
    }

    private static void down(ObjectNode rules) {
        Absent.put(rules, "selectPolicy", "Max");
        if (!rules.has("policies")) {
            policy(rules.putArray("policies"), "Percent", ALL);
        }
    }

    private static void policy(ArrayNode policies, String type, int value) {
        policies.addObject().put("type", type).put("value", value).put("periodSeconds", PERIOD_SECONDS);
    }
}
