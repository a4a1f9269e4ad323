package com.nineminds.temporal.cluster.table;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.nineminds.temporal.cluster.json.Json;
import com.nineminds.temporal.cluster.json.ObjectMeta;
import java.time.Instant;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * One column of a table.
 *
 * @param type string, integer, number, boolean or date
 * @param priority 0 to be shown always, more to be shown in the wide form only
 * @param cell the value for an object at a time
 */
record Column(
        String name,
        String type,
        String format,
        String description,
        int priority,
        BiFunction<ObjectNode, Instant, JsonNode> cell) {

    private static final String NAME_DESCRIPTION =
            "Name must be unique within a namespace. Is required when creating resources, although some resources may"
                    + " allow a client to request the generation of an appropriate name automatically. Name is primarily"
                    + " intended for creation idempotence and configuration definition. Cannot be updated.";

    static final Column NAME = new Column(
            "Name", "string", "name", NAME_DESCRIPTION, 0, (object, now) -> TextNode.valueOf(ObjectMeta.name(object)));

    static final Column AGE = aged("Age", "metadata", "creationTimestamp");

    static Column text(String name, Function<ObjectNode, String> value) {
        return new Column(name, "string", "", "", 0, (object, now) -> TextNode.valueOf(value.apply(object)));
    }

    static Column count(String name, String... path) {
        return new Column(
                name,
                "integer",
                "",
                "",
                0,
                (object, now) -> IntNode.valueOf(Json.at(object, path).asInt()));
    }

    /** How long ago something was. */
    static Column aged(String name, String... path) {
        return new Column(
                name, "string", "", "", 0, (object, now) -> TextNode.valueOf(Ages.since(Json.text(object, path), now)));
    }

    /** The same column, in the wide form only. */
    Column wide() {
        return new Column(name, type, format, description, 1, cell);
    }

    ObjectNode definition() {
        return Json.object()
                .put("name", name)
                .put("type", type)
                .put("format", format)
                .put("description", description)
                .put("priority", priority);
    }
}
