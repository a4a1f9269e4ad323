package com.nineminds.temporal.operator.resources;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nineminds.temporal.operator.spec.CanonicalQuantity;
import java.util.Map;
import java.util.Set;

/**
 * Pod template as the API server writes it back, wherever that matters: quantities are canonical, and parts that server-side apply
 * owns as a whole (the schema calls them atomic) carry the server's defaults. Otherwise what we apply and what we read would differ
 * for ever, and every reconcile would write.
 */
final class ServerForm {
    private static final Set<String> QUANTITIES = Set.of("sizeLimit", "divisor");
    private static final Set<String> QUANTITY_MAPS = Set.of("requests", "limits");
    private static final int TOKEN_SECONDS = 3600;

    private ServerForm() {}

    static JsonNode of(JsonNode template) {
        JsonNode copy = template.deepCopy();
        visit("", copy);
        return copy;
    }

    private static void visit(String name, JsonNode value) {
        if (value.isArray()) {
            value.forEach(entry -> visit(name, entry));
        } else if (value.isObject()) {
            visitObject(name, (ObjectNode) value);
        }
    }

    private static void visitObject(String name, ObjectNode object) {
        for (Map.Entry<String, JsonNode> field : object.properties()) {
            if (QUANTITY_MAPS.contains(name) || QUANTITIES.contains(field.getKey())) {
                object.put(field.getKey(), CanonicalQuantity.of(field.getValue().asText()));
            } else {
                visit(field.getKey(), field.getValue());
            }
        }
        switch (name) {
            case "fieldRef" -> putIfAbsent(object, "apiVersion", "v1");
            case "resourceFieldRef" -> putIfAbsent(object, "divisor", "0");
            case "serviceAccountToken" -> {
                if (!object.has("expirationSeconds")) {
                    object.put("expirationSeconds", TOKEN_SECONDS);
                }
            }
            default -> {}
        }
    }

    private static void putIfAbsent(ObjectNode object, String name, String value) {
        if (!object.has(name)) {
            object.put(name, value);
        }
    }
}
