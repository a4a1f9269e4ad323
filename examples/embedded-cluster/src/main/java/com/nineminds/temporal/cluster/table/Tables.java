package com.nineminds.temporal.cluster.table;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nineminds.temporal.cluster.json.Json;
import com.nineminds.temporal.cluster.kind.ResourceType;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/** Objects as {@code meta.k8s.io/v1 Table}. */
public final class Tables {
    private final Clock clock;

    /** @param clock for ages */
    public Tables(Clock clock) {
        this.clock = clock;
    }

    /**
     * A table with a row for each object.
     *
     * @param include what each row carries of its object: None, Metadata or Object; empty means Metadata
     * @param metadata of the list
     */
    public ObjectNode of(ResourceType type, List<ObjectNode> objects, String include, JsonNode metadata) {
        List<Column> columns = type.custom() ? CustomColumns.of(type.declaration()) : BuiltInColumns.of(type.storage());
        ObjectNode table = Json.object().put("kind", "Table").put("apiVersion", "meta.k8s.io/v1");
        table.set("metadata", metadata);
        ArrayNode definitions = table.putArray("columnDefinitions");
        columns.forEach(column -> definitions.add(column.definition()));
        Instant now = clock.instant();
        ArrayNode rows = table.putArray("rows");
        for (ObjectNode object : objects) {
            ObjectNode row = rows.addObject();
            ArrayNode cells = row.putArray("cells");
            columns.forEach(column -> cells.add(column.cell().apply(object, now)));
            row.set("object", included(object, include));
        }
        return table;
    }

    /** Identity and metadata of an object alone. */
    public static ObjectNode partial(ObjectNode object) {
        ObjectNode partial = Json.object().put("kind", "PartialObjectMetadata").put("apiVersion", "meta.k8s.io/v1");
        partial.set("metadata", object.path("metadata"));
        return partial;
    }

    private static JsonNode included(ObjectNode object, String include) {
        return switch (include) {
            case "None" -> Json.object().nullNode();
            case "Object" -> object;
            default -> partial(object);
        };
    }
}
