package com.nineminds.temporal.cluster.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nineminds.temporal.cluster.json.Json;
import com.nineminds.temporal.cluster.select.FieldSelector;
import com.nineminds.temporal.cluster.select.LabelSelector;
import com.nineminds.temporal.cluster.store.ObjectStore;
import com.nineminds.temporal.cluster.store.Snapshot;
import com.nineminds.temporal.cluster.write.Target;
import java.util.Set;
import java.util.function.Predicate;

/** Which objects a list or watch is about. */
record ListQuery(Target target, Predicate<ObjectNode> selected, ApiRequest request) {
    private static final Set<String> FIELDS = Set.of(
            "metadata.name",
            "metadata.namespace",
            "status.phase",
            "spec.nodeName",
            "involvedObject.name",
            "involvedObject.namespace",
            "involvedObject.kind",
            "involvedObject.uid",
            "reason",
            "type");

    static ListQuery of(Target target, ApiRequest request) {
        var labels = LabelSelector.parse(request.query("labelSelector"));
        var fields = FieldSelector.parse(request.query("fieldSelector"), FIELDS);
        String namespace = target.type().namespaced() ? target.namespace() : "";
        Predicate<ObjectNode> selected =
                object -> labels.test(Json.at(object, "metadata", "labels")) && fields.test(object);
        if (!namespace.isEmpty()) {
            selected = selected.and(
                    object -> Json.text(object, "metadata", "namespace").equals(namespace));
        }
        return new ListQuery(target, selected, request);
    }

    ObjectNode list(ObjectStore store) {
        Snapshot snapshot = store.list(target.type().storage(), target.type().namespaced() ? target.namespace() : "");
        ObjectNode list = Json.object()
                .put("kind", target.type().names().listKind())
                .put("apiVersion", target.type().apiVersion());
        list.putObject("metadata").put("resourceVersion", Long.toString(snapshot.revision()));
        ArrayNode items = list.putArray("items");
        snapshot.objects().stream().filter(selected).forEach(items::add);
        return list;
    }

    ApiResponse watch(ObjectStore store) {
        String version = request.query("resourceVersion");
        long since = version.isEmpty() || version.equals("0") ? store.revision() : Long.parseLong(version);
        return new WatchStream(store.subscribe(target.type().storage(), since), selected).response();
    }
}
