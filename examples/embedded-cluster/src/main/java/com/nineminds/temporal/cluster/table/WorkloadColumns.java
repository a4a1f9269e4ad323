package com.nineminds.temporal.cluster.table;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nineminds.temporal.cluster.json.Json;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The columns of workloads and of what guards them. */
final class WorkloadColumns {
    private static final Column CONTAINERS = Column.text("Containers", workload -> containers(workload, "name"));
    private static final Column IMAGES = Column.text("Images", workload -> containers(workload, "image"));
    private static final Column SELECTOR =
            Column.text("Selector", workload -> Selectors.text(Json.at(workload, "spec", "selector")));

    static final List<Column> DEPLOYMENT = List.of(
            Column.NAME,
            Column.text("Ready", WorkloadColumns::ready),
            Column.text("Up-to-date", deployment -> number(deployment, "status", "updatedReplicas")),
            Column.text("Available", deployment -> number(deployment, "status", "availableReplicas")),
            Column.AGE,
            CONTAINERS.wide(),
            IMAGES.wide(),
            SELECTOR.wide());

    static final List<Column> REPLICA_SET = List.of(
            Column.NAME,
            Column.count("Desired", "spec", "replicas"),
            Column.count("Current", "status", "replicas"),
            Column.count("Ready", "status", "readyReplicas"),
            Column.AGE,
            CONTAINERS.wide(),
            IMAGES.wide(),
            SELECTOR.wide());

    static final List<Column> REVISION = List.of(
            Column.NAME,
            Column.text("Controller", WorkloadColumns::controller),
            Column.text("Revision", revision -> number(revision, "revision")),
            Column.AGE);

    static final List<Column> BUDGET = List.of(
            Column.NAME,
            Column.text("Min Available", budget -> orNone(budget, "minAvailable")),
            Column.text("Max Unavailable", budget -> orNone(budget, "maxUnavailable")),
            Column.count("Allowed Disruptions", "status", "disruptionsAllowed"),
            Column.AGE);

    private WorkloadColumns() {}

    private static String ready(ObjectNode deployment) {
        return number(deployment, "status", "readyReplicas") + "/" + number(deployment, "spec", "replicas");
    }

    private static String number(ObjectNode object, String... path) {
        return Json.at(object, path).asText("0");
    }

    private static String orNone(ObjectNode budget, String field) {
        return Json.at(budget, "spec", field).asText("N/A");
    }

    private static String containers(ObjectNode workload, String field) {
        return Json.objects(workload, "spec", "template", "spec", "containers").stream()
                .map(container -> Json.text(container, field))
                .collect(Collectors.joining(","));
    }

    private static String controller(ObjectNode revision) {
        return Json.objects(revision, "metadata", "ownerReferences").stream()
                .filter(owner -> owner.path("controller").asBoolean())
                .map(owner -> qualifiedKind(owner) + "/" + Json.text(owner, "name"))
                .findFirst()
                .orElse("<none>");
    }

    private static String qualifiedKind(ObjectNode owner) {
        String kind = Json.text(owner, "kind").toLowerCase(Locale.ROOT);
        String[] groupVersion = Json.text(owner, "apiVersion").split("/");
        return groupVersion.length == 2 ? kind + "." + groupVersion[0] : kind;
    }
}
