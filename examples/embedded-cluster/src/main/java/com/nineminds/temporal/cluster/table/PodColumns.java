package com.nineminds.temporal.cluster.table;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.nineminds.temporal.cluster.json.Json;
import java.util.List;

/** The columns of pods. */
final class PodColumns {
    private static final String NONE = "<none>";

    static final List<Column> ALL = List.of(
            Column.NAME,
            Column.text("Ready", PodColumns::ready),
            Column.text("Status", PodStatus::of),
            new Column("Restarts", "string", "", "", 0, (pod, now) -> TextNode.valueOf(PodStatus.restarts(pod, now))),
            Column.AGE,
            Column.text("IP", pod -> or(Json.text(pod, "status", "podIP"))).wide(),
            Column.text("Node", pod -> or(Json.text(pod, "spec", "nodeName"))).wide(),
            Column.text("Nominated Node", pod -> or(Json.text(pod, "status", "nominatedNodeName")))
                    .wide(),
            Column.text("Readiness Gates", pod -> NONE).wide());

    private PodColumns() {}

    private static String ready(ObjectNode pod) {
        long ready = Json.objects(pod, "status", "containerStatuses").stream()
                .filter(status -> status.path("ready").asBoolean())
                .count();
        return ready + "/" + Json.at(pod, "spec", "containers").size();
    }

    private static String or(String text) {
        return text.isEmpty() ? NONE : text;
    }
}
