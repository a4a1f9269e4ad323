package com.nineminds.temporal.cluster.table;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nineminds.temporal.cluster.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The columns of what makes pods reachable. */
final class NetworkColumns {
    private static final String NONE = "<none>";
    private static final int SHOWN_ENDPOINTS = 3;

    static final List<Column> SERVICE = List.of(
            Column.NAME,
            Column.text("Type", service -> Json.text(service, "spec", "type")),
            Column.text("Cluster-IP", service -> or(Json.text(service, "spec", "clusterIP"), NONE)),
            Column.text("External-IP", service -> or(Json.text(service, "spec", "externalName"), NONE)),
            Column.text("Port(s)", NetworkColumns::ports),
            Column.AGE,
            Column.text("Selector", service -> Selectors.labels(Json.at(service, "spec", "selector")))
                    .wide());

    static final List<Column> ENDPOINTS =
            List.of(Column.NAME, Column.text("Endpoints", NetworkColumns::endpoints), Column.AGE);

    static final List<Column> POLICY = List.of(
            Column.NAME,
            Column.text("Pod-Selector", policy -> Selectors.text(Json.at(policy, "spec", "podSelector"))),
            Column.AGE);

    private NetworkColumns() {}

    private static String ports(ObjectNode service) {
        String ports = Json.objects(service, "spec", "ports").stream()
                .map(port -> Json.text(port, "port")
                        + (port.has("nodePort") ? ":" + Json.text(port, "nodePort") : "")
                        + "/"
                        + Json.text(port, "protocol"))
                .collect(Collectors.joining(","));
        return or(ports, NONE);
    }

    private static String endpoints(ObjectNode endpoints) {
        List<String> all = new ArrayList<>();
        for (ObjectNode subset : Json.objects(endpoints, "subsets")) {
            for (ObjectNode port : Json.objects(subset, "ports")) {
                Json.objects(subset, "addresses")
                        .forEach(address -> all.add(Json.text(address, "ip") + ":" + Json.text(port, "port")));
            }
        }
        if (all.size() <= SHOWN_ENDPOINTS) {
            return or(String.join(",", all), NONE);
        }
        return String.join(",", all.subList(0, SHOWN_ENDPOINTS)) + " + " + (all.size() - SHOWN_ENDPOINTS) + " more...";
    }

    private static String or(String text, String otherwise) {
        return text.isEmpty() ? otherwise : text;
    }
}
