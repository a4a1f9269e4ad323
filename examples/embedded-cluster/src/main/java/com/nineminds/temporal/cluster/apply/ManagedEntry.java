package com.nineminds.temporal.cluster.apply;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nineminds.temporal.cluster.json.Json;
import java.util.Comparator;

/**
 * What one manager owns by one kind of operation.
 *
 * @param operation Apply or Update
 * @param subresource through which it wrote, empty for the object itself
 * @param time when it last changed something, as the API writes it
 */
record ManagedEntry(
        String manager, String operation, String apiVersion, String subresource, String time, FieldSet fields) {
    static final String APPLY = "Apply";
    static final String UPDATE = "Update";

    static final Comparator<ManagedEntry> ORDER = Comparator.comparing(ManagedEntry::operation)
            .thenComparing(ManagedEntry::time)
            .thenComparing(ManagedEntry::manager)
            .thenComparing(ManagedEntry::apiVersion)
            .thenComparing(ManagedEntry::subresource);

    /** Entries of one object with the same identity are the same entry. Whoever applies has one for all versions. */
    String identity() {
        String version = operation.equals(APPLY) ? "" : apiVersion;
        return String.join("\n", manager, operation, version, subresource);
    }

    ManagedEntry with(FieldSet others) {
        return new ManagedEntry(manager, operation, apiVersion, subresource, time, others);
    }

    /** As conflict messages name the manager. */
    String display() {
        String name = '"' + manager + '"';
        if (!subresource.isEmpty()) {
            name += " with subresource \"" + subresource + '"';
        }
        return operation.equals(UPDATE) ? name + " using " + apiVersion : name;
    }

    static ManagedEntry parse(ObjectNode entry) {
        return new ManagedEntry(
                Json.text(entry, "manager"),
                Json.text(entry, "operation"),
                Json.text(entry, "apiVersion"),
                Json.text(entry, "subresource"),
                Json.text(entry, "time"),
                FieldSet.parse(Json.objectAt(entry, "fieldsV1").orElseGet(Json::object)));
    }

    ObjectNode write() {
        ObjectNode entry = Json.object();
        entry.put("manager", manager).put("operation", operation).put("apiVersion", apiVersion);
        entry.put("time", time).put("fieldsType", "FieldsV1");
        entry.set("fieldsV1", fields.write());
        if (!subresource.isEmpty()) {
            entry.put("subresource", subresource);
        }
        return entry;
    }
}
