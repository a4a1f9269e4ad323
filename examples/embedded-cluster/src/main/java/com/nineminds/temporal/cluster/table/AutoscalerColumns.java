package com.nineminds.temporal.cluster.table;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nineminds.temporal.cluster.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The columns of HorizontalPodAutoscalers. */
final class AutoscalerColumns {
    private static final int SHOWN_METRICS = 2;

    static final List<Column> ALL = List.of(
            Column.NAME,
            Column.text(
                    "Reference",
                    autoscaler -> Json.text(autoscaler, "spec", "scaleTargetRef", "kind") + "/"
                            + Json.text(autoscaler, "spec", "scaleTargetRef", "name")),
            Column.text("Targets", AutoscalerColumns::targets),
            Column.text(
                    "MinPods",
                    autoscaler -> Json.at(autoscaler, "spec", "minReplicas").asText("<unset>")),
            Column.text(
                    "MaxPods",
                    autoscaler -> Json.at(autoscaler, "spec", "maxReplicas").asText("0")),
            Column.text(
                    "Replicas",
                    autoscaler ->
                            Json.at(autoscaler, "status", "currentReplicas").asText("0")),
            Column.AGE);

    private AutoscalerColumns() {}

    private static String targets(ObjectNode autoscaler) {
        List<ObjectNode> metrics = Json.objects(autoscaler, "spec", "metrics");
        List<ObjectNode> current = Json.objects(autoscaler, "status", "currentMetrics");
        List<String> shown = new ArrayList<>();
        for (int i = 0; i < Math.min(SHOWN_METRICS, metrics.size()); i++) {
            shown.add(metric(metrics.get(i), i < current.size() ? current.get(i) : Json.object()));
        }
        String text = shown.isEmpty() ? "<none>" : String.join(", ", shown);
        int more = metrics.size() - SHOWN_METRICS;
        return more > 0 ? text + " + " + more + " more..." : text;
    }

    private static String metric(ObjectNode metric, ObjectNode status) {
        String type = Json.text(metric, "type");
        String source = type.isEmpty() ? "" : type.substring(0, 1).toLowerCase(Locale.ROOT) + type.substring(1);
        String name = Json.text(metric, source, "name");
        String target = amount(Json.at(metric, source, "target"), "<auto>");
        String now = amount(Json.at(status, source, "current"), "<unknown>");
        return name.isEmpty() ? now + "/" + target : name + ": " + now + "/" + target;
    }

    private static String amount(JsonNode amount, String otherwise) {
        if (amount.has("averageUtilization")) {
            return amount.path("averageUtilization").asText() + "%";
        }
        String average = Json.text(amount, "averageValue");
        String value = average.isEmpty() ? Json.text(amount, "value") : average;
        return value.isEmpty() ? otherwise : value;
    }
}
