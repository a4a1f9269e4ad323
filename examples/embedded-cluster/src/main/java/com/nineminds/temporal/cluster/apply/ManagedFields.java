package com.nineminds.temporal.cluster.apply;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nineminds.temporal.cluster.json.Json;
import com.nineminds.temporal.cluster.json.ObjectMeta;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The owners of the fields of one object: {@code metadata.managedFields}. */
final class ManagedFields {
    private static final String FIELD = "managedFields";

    private final Map<String, ManagedEntry> entries = new LinkedHashMap<>();

    /** The entries of an object; none when they are malformed or were cleared. */
    static ManagedFields of(ObjectNode object) {
        ManagedFields fields = new ManagedFields();
        for (ObjectNode entry : Json.objects(object, "metadata", FIELD)) {
            if (!Json.text(entry, "operation").isEmpty()) {
                fields.put(ManagedEntry.parse(entry));
            }
        }
        return fields;
    }

    /**
     * The entries that hold before an update: those that the update itself brings, so that clients can edit them, else
     * those of the live object.
     */
    static ManagedFields beforeUpdate(ObjectNode live, ObjectNode next, boolean subresource) {
        JsonNode brought = Json.at(next, "metadata", FIELD);
        boolean cleared = brought.size() == 1 && brought.get(0).isEmpty();
        if (!subresource && cleared) {
            return new ManagedFields();
        }
        ManagedFields fields = of(next);
        return subresource || fields.isEmpty() ? of(live) : fields;
    }

    static ObjectNode without(ObjectNode object) {
        ObjectNode copy = Json.object();
        copy.setAll(object);
        ObjectNode metadata = Json.object();
        Json.objectAt(object, "metadata").ifPresent(metadata::setAll);
        metadata.remove(FIELD);
        copy.set("metadata", metadata);
        return copy;
    }

    boolean isEmpty() {
        return entries.isEmpty();
    }

    Optional<ManagedEntry> get(ManagedEntry like) {
        return Optional.ofNullable(entries.get(like.identity()));
    }

    List<ManagedEntry> others(ManagedEntry than) {
        return entries.values().stream()
                .filter(entry -> !entry.identity().equals(than.identity()))
                .toList();
    }

    void put(ManagedEntry entry) {
        entries.put(entry.identity(), entry);
    }

    /** Takes fields from everybody but one entry. */
    void take(FieldSet fields, ManagedEntry exceptFrom) {
        others(exceptFrom).forEach(entry -> put(entry.with(entry.fields().minus(fields))));
    }

    FieldSet all() {
        return entries.values().stream().map(ManagedEntry::fields).reduce(FieldSet.EMPTY, FieldSet::union);
    }

    void writeTo(ObjectNode object) {
        ArrayNode array = Json.array();
        List<ManagedEntry> sorted = new ArrayList<>(entries.values());
        sorted.removeIf(entry -> entry.fields().isEmpty());
        sorted.sort(ManagedEntry.ORDER);
        sorted.forEach(entry -> array.add(entry.write()));
        ObjectNode metadata = ObjectMeta.metadata(object);
        if (array.isEmpty()) {
            metadata.remove(FIELD);
        } else {
            metadata.set(FIELD, array);
        }
    }
}
