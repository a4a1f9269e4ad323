package com.nineminds.temporal.cluster.apply;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nineminds.temporal.cluster.json.Json;
import com.nineminds.temporal.cluster.schema.ListKind;
import com.nineminds.temporal.cluster.schema.Schema;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * One step from an object to a field in it, written as {@code managedFields} write it: {@code f:name} for a field,
 * {@code k:{"key":…}} for an item of a list of the kind map, {@code v:value} for an item of a set.
 */
final class PathElement {
    static final String SELF = ".";

    private PathElement() {}

    static String field(String name) {
        return "f:" + name;
    }

    /** The step to an item of a list that is not atomic. */
    static String item(Schema list, JsonNode item) {
        if (list.listKind() == ListKind.SET) {
            return "v:" + item;
        }
        TreeMap<String, JsonNode> key = new TreeMap<>(Comparator.naturalOrder());
        for (String name : list.listKeys()) {
            JsonNode value = item.path(name);
            JsonNode known = value.isMissingNode()
                    ? list.item().field(name).defaultValue().orElse(value)
                    : value;
            if (!known.isMissingNode()) {
                key.put(name, known);
            }
        }
        ObjectNode sorted = Json.object();
        key.forEach(sorted::set);
        return "k:" + sorted;
    }

    /** The name of the field, when the step leads to one. */
    static boolean isField(String element) {
        return element.startsWith("f:");
    }

    static String fieldName(String element) {
        return element.substring(2);
    }

    /** As paths in conflict messages write it: {@code .name}, {@code [key="value"]}, {@code ["value"]}. */
    static String display(String element) {
        String rest = element.substring(2);
        if (isField(element)) {
            return "." + rest;
        }
        if (element.startsWith("v:")) {
            return "[=" + rest + "]";
        }
        try {
            return Json.MAPPER.readTree(rest).properties().stream()
                    .map(entry -> entry.getKey() + "=" + entry.getValue())
                    .collect(Collectors.joining(",", "[", "]"));
        } catch (IOException malformed) {
            throw new UncheckedIOException(malformed);
        }
    }
}
