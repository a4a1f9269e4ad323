package com.nineminds.temporal.cluster.table;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.nineminds.temporal.cluster.json.Json;
import com.nineminds.temporal.cluster.json.ObjectMeta;
import java.util.List;
import java.util.Locale;

/** The columns of events. */
final class EventColumns {
    static final List<Column> ALL = List.of(
            new Column(
                    "Last Seen", "string", "", "", 0, (event, now) -> TextNode.valueOf(Ages.since(last(event), now))),
            Column.text("Type", event -> Json.text(event, "type")),
            Column.text("Reason", event -> Json.text(event, "reason")),
            Column.text("Object", EventColumns::target),
            Column.text("Subobject", event -> Json.text(event, "involvedObject", "fieldPath"))
                    .wide(),
            Column.text("Source", EventColumns::source).wide(),
            Column.text("Message", event -> Json.text(event, "message").trim()),
            new Column(
                    "First Seen", "string", "", "", 1, (event, now) -> TextNode.valueOf(Ages.since(first(event), now))),
            Column.text("Count", EventColumns::count).wide(),
            new Column("Name", "string", "name", "", 1, (event, now) -> TextNode.valueOf(ObjectMeta.name(event))));

    private EventColumns() {}

    private static String first(ObjectNode event) {
        return or(Json.text(event, "firstTimestamp"), Json.text(event, "eventTime"));
    }

    private static String last(ObjectNode event) {
        String series = Json.text(event, "series", "lastObservedTime");
        return or(series, or(Json.text(event, "lastTimestamp"), first(event)));
    }

    private static String count(ObjectNode event) {
        int series = Json.at(event, "series", "count").asInt();
        return Integer.toString(
                Math.max(1, series > 0 ? series : event.path("count").asInt()));
    }

    private static String source(ObjectNode event) {
        String component = or(Json.text(event, "source", "component"), Json.text(event, "reportingComponent"));
        String host = Json.text(event, "source", "host");
        return host.isEmpty() ? component : component + ", " + host;
    }

    private static String target(ObjectNode event) {
        String kind = Json.text(event, "involvedObject", "kind").toLowerCase(Locale.ROOT);
        String name = Json.text(event, "involvedObject", "name");
        return name.isEmpty() ? kind : kind + "/" + name;
    }

    private static String or(String text, String otherwise) {
        return text.isEmpty() ? otherwise : text;
    }
}
