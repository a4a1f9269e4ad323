package com.nineminds.temporal.cluster.table;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nineminds.temporal.cluster.json.Json;
import java.util.List;
import java.util.stream.Collectors;

/** The columns of nodes. */
final class NodeColumns {
    private static final String ROLE = "node-role.kubernetes.io/";

    static final List<Column> ALL = List.of(
            Column.NAME,
            Column.text("Status", NodeColumns::status),
            Column.text("Roles", NodeColumns::roles),
            Column.AGE,
            Column.text("Version", node -> Json.text(node, "status", "nodeInfo", "kubeletVersion")),
            Column.text("Internal-IP", NodeColumns::address).wide(),
            Column.text("OS-Image", node -> Json.text(node, "status", "nodeInfo", "osImage"))
                    .wide(),
            Column.text("Container-Runtime", node -> Json.text(node, "status", "nodeInfo", "containerRuntimeVersion"))
                    .wide());

    private NodeColumns() {}

    private static String status(ObjectNode node) {
        String ready = Json.objects(node, "status", "conditions").stream()
                .filter(condition -> Json.text(condition, "type").equals("Ready"))
                .map(condition -> Json.text(condition, "status").equals("True") ? "Ready" : "NotReady")
                .findFirst()
                .orElse("Unknown");
        return Json.at(node, "spec", "unschedulable").asBoolean() ? ready + ",SchedulingDisabled" : ready;
    }

    private static String roles(ObjectNode node) {
        String roles = Json.at(node, "metadata", "labels").properties().stream()
                .map(label -> label.getKey())
                .filter(key -> key.startsWith(ROLE))
                .map(key -> key.substring(ROLE.length()))
                .sorted()
                .collect(Collectors.joining(","));
        return roles.isEmpty() ? "<none>" : roles;
    }

    private static String address(ObjectNode node) {
        return Json.objects(node, "status", "addresses").stream()
                .filter(address -> Json.text(address, "type").equals("InternalIP"))
                .map(address -> Json.text(address, "address"))
                .findFirst()
                .orElse("<none>");
    }
}
