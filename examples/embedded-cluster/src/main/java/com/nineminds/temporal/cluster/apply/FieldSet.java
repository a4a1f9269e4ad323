package com.nineminds.temporal.cluster.apply;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nineminds.temporal.cluster.json.Json;
import com.nineminds.temporal.cluster.schema.Schema;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;

/**
 * A set of fields of an object, the form of {@code FieldsV1}: some steps are members themselves, below some there are
 * further sets. Built up once, then only read.
 */
final class FieldSet {
    static final FieldSet EMPTY = new FieldSet();

    private final SortedSet<String> members = new TreeSet<>();
    private final Map<String, FieldSet> children = new TreeMap<>();

    void add(String element) {
        members.add(element);
    }

    void put(String element, FieldSet below) {
        if (!below.isEmpty()) {
            children.put(element, below);
        }
    }

    boolean has(String element) {
        return members.contains(element);
    }

    FieldSet below(String element) {
        return children.getOrDefault(element, EMPTY);
    }

    boolean isEmpty() {
        return members.isEmpty() && children.isEmpty();
    }

    FieldSet union(FieldSet other) {
        FieldSet result = new FieldSet();
        result.members.addAll(members);
        result.members.addAll(other.members);
        children.forEach((element, child) -> result.put(element, child.union(other.below(element))));
        other.children.forEach((element, child) -> {
            if (!children.containsKey(element)) {
                result.put(element, child);
            }
        });
        return result;
    }

    FieldSet intersection(FieldSet other) {
        FieldSet result = new FieldSet();
        result.members.addAll(members);
        result.members.retainAll(other.members);
        children.forEach((element, child) -> result.put(element, child.intersection(other.below(element))));
        return result;
    }

    /** Without the members of another set; what lies below such a member stays. */
    FieldSet minus(FieldSet other) {
        FieldSet result = new FieldSet();
        result.members.addAll(members);
        result.members.removeAll(other.members);
        children.forEach((element, child) -> result.put(element, child.minus(other.below(element))));
        return result;
    }

    /** Without the members of another set and everything below them. */
    FieldSet without(FieldSet other) {
        FieldSet result = new FieldSet();
        result.members.addAll(members);
        result.members.removeAll(other.members);
        children.forEach((element, child) -> {
            if (!other.members.contains(element)) {
                result.put(element, child.without(other.below(element)));
            }
        });
        return result;
    }

    /** Makes members of all declared fields that only have sets below them. */
    FieldSet withNamedFields(Schema schema) {
        FieldSet result = new FieldSet();
        result.members.addAll(members);
        children.forEach((element, child) -> {
            boolean field = PathElement.isField(element);
            String name = field ? PathElement.fieldName(element) : "";
            if (field && schema.declares(name)) {
                result.add(element);
            }
            result.put(element, child.withNamedFields(field ? schema.field(name) : schema.item()));
        });
        return result;
    }

    /** Visits every member with its path as messages write it. */
    void forEachPath(BiConsumer<String, String> visitor) {
        forEachPath("", visitor);
    }

    private void forEachPath(String path, BiConsumer<String, String> visitor) {
        TreeSet<String> all = new TreeSet<>(members);
        all.addAll(children.keySet());
        for (String element : all) {
            String at = path + PathElement.display(element);
            if (members.contains(element)) {
                visitor.accept(at, element);
            }
            below(element).forEachPath(at, visitor);
        }
    }

    static FieldSet parse(ObjectNode fields) {
        FieldSet set = new FieldSet();
        for (var entry : fields.properties()) {
            String element = entry.getKey();
            if (element.equals(PathElement.SELF)) {
                continue;
            }
            if (entry.getValue().isEmpty() || entry.getValue().has(PathElement.SELF)) {
                set.add(element);
            }
            Json.objectAt(fields, element).ifPresent(below -> set.put(element, parse(below)));
        }
        return set;
    }

    ObjectNode write() {
        ObjectNode fields = Json.object();
        TreeSet<String> all = new TreeSet<>(members);
        all.addAll(children.keySet());
        for (String element : all) {
            ObjectNode below = below(element).write();
            if (members.contains(element) && !below.isEmpty()) {
                ObjectNode marked = Json.object();
                marked.putObject(PathElement.SELF);
                below = marked.setAll(below);
            }
            fields.set(element, below);
        }
        return fields;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof FieldSet set && members.equals(set.members) && children.equals(set.children);
    }

    @Override
    public int hashCode() {
        return 31 * members.hashCode() + children.hashCode();
    }
}
