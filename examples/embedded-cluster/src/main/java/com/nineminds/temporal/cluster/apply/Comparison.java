package com.nineminds.temporal.cluster.apply;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nineminds.temporal.cluster.schema.Schema;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** Which fields differ between two states of an object. */
record Comparison(FieldSet added, FieldSet modified, FieldSet removed) {
    static Comparison of(ObjectNode before, ObjectNode after, Schema schema) {
        Comparison all = none();
        all.below(before, after, schema);
        return all;
    }

    private static Comparison none() {
        return new Comparison(new FieldSet(), new FieldSet(), new FieldSet());
    }

    FieldSet changed() {
        return added.union(modified);
    }

    Comparison without(FieldSet ignored) {
        return new Comparison(added.without(ignored), modified.without(ignored), removed.without(ignored));
    }

    /** Compares what two values contain; either may be missing. */
    private void below(JsonNode before, JsonNode after, Schema schema) {
        if (before.isObject() || after.isObject()) {
            Set<String> names = new LinkedHashSet<>();
            before.fieldNames().forEachRemaining(names::add);
            after.fieldNames().forEachRemaining(names::add);
            names.forEach(
                    name -> element(PathElement.field(name), before.path(name), after.path(name), schema.field(name)));
        } else {
            Map<String, JsonNode> old = items(before, schema);
            Map<String, JsonNode> next = items(after, schema);
            Set<String> elements = new LinkedHashSet<>(old.keySet());
            elements.addAll(next.keySet());
            JsonNode missing = MissingNode.getInstance();
            elements.forEach(element -> element(
                    element, old.getOrDefault(element, missing), next.getOrDefault(element, missing), schema.item()));
        }
    }

    private void element(String element, JsonNode before, JsonNode after, Schema schema) {
        if (before.equals(after)) {
            return;
        }
        boolean indivisible = isIndivisible(before, after, schema);
        if (before.isMissingNode()) {
            added.add(element);
        } else if (after.isMissingNode()) {
            removed.add(element);
        } else if (indivisible || isOfAnotherForm(before, after, schema)) {
            modified.add(element);
        }
        if (!indivisible) {
            descend(element, inside(before, schema), inside(after, schema), schema);
        }
    }

    private static boolean isIndivisible(JsonNode before, JsonNode after, Schema schema) {
        return (isLeaf(before, schema) && isLeaf(after, schema)) || (before.isEmpty() && after.isEmpty());
    }

    /** Null takes the form of whatever comes in its place: only what that contains is new. */
    private static boolean isOfAnotherForm(JsonNode before, JsonNode after, Schema schema) {
        boolean oneIsNull = before.isNull() || after.isNull();
        return !oneIsNull && isLeaf(before, schema) != isLeaf(after, schema);
    }

    /** What a value contains; a leaf contains nothing. */
    private static JsonNode inside(JsonNode value, Schema schema) {
        return isLeaf(value, schema) ? MissingNode.getInstance() : value;
    }

    private void descend(String element, JsonNode before, JsonNode after, Schema schema) {
        Comparison child = none();
        child.below(before, after, schema);
        added.put(element, child.added());
        modified.put(element, child.modified());
        removed.put(element, child.removed());
    }

    private static boolean isLeaf(JsonNode value, Schema schema) {
        return value.isMissingNode() || Relation.of(value, schema) == Relation.LEAF;
    }

    private static Map<String, JsonNode> items(JsonNode list, Schema schema) {
        Map<String, JsonNode> items = new LinkedHashMap<>();
        list.forEach(item -> items.putIfAbsent(PathElement.item(schema, item), item));
        return items;
    }
}
