package com.nineminds.temporal.cluster.apply;

import com.nineminds.temporal.cluster.kind.ResourceType;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * Who writes an object, and through what.
 *
 * @param manager the name under which fields are owned
 * @param subresource empty for the object itself
 */
public record Owner(String manager, ResourceType type, String subresource, Instant now) {
    ManagedEntry entry(String operation, FieldSet fields) {
        String time = now.truncatedTo(ChronoUnit.SECONDS).toString();
        return new ManagedEntry(manager, operation, type.apiVersion(), subresource, time, fields);
    }

    /** The fields that a write through this resource cannot change, and so never owns. */
    FieldSet ignored() {
        FieldSet ignored = new FieldSet();
        if (subresource.equals("status")) {
            ignored.add(PathElement.field("spec"));
            if (type.custom()) {
                ignored.add(PathElement.field("metadata"));
            }
        } else if (subresource.isEmpty() && type.has("status")) {
            ignored.add(PathElement.field("status"));
        }
        return ignored;
    }
}
