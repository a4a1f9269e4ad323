package com.nineminds.temporal.cluster.table;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.nineminds.temporal.cluster.json.Json;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The columns that a CustomResourceDefinition declares, in their order, behind the name. */
final class CustomColumns {
    private CustomColumns() {}

    static List<Column> of(ObjectNode declaration) {
        List<ObjectNode> declared = Json.objects(declaration, "additionalPrinterColumns");
        List<Column> columns = new ArrayList<>();
        columns.add(Column.NAME);
        if (declared.isEmpty()) {
            columns.add(Column.AGE);
        }
        declared.forEach(column -> columns.add(column(column)));
        return columns;
    }

    private static Column column(ObjectNode declared) {
        String written = Json.text(declared, "jsonPath");
        JsonPath path = new JsonPath(written);
        String described = Json.text(declared, "description");
        String type = Json.text(declared, "type");
        return new Column(
                Json.text(declared, "name"),
                type,
                Json.text(declared, "format"),
                described.isEmpty() ? "Custom resource definition column (in JSONPath format): " + written : described,
                declared.path("priority").asInt(),
                (object, now) -> cell(path.first(object), type, now));
    }

    private static JsonNode cell(JsonNode value, String type, Instant now) {
        if (value.isMissingNode() || value.isNull()) {
            return NullNode.getInstance();
        }
        return switch (type) {
            case "date" -> TextNode.valueOf(Ages.since(value.asText(), now));
            case "string" -> TextNode.valueOf(value.isContainerNode() ? value.toString() : value.asText());
            default -> value;
        };
    }
}
