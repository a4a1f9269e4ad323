package com.nineminds.temporal.cluster.write;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nineminds.temporal.cluster.error.ApiException;
import com.nineminds.temporal.cluster.error.Cause;
import com.nineminds.temporal.cluster.json.Json;
import com.nineminds.temporal.cluster.json.ObjectMeta;
import com.nineminds.temporal.cluster.kind.Form;
import com.nineminds.temporal.cluster.kind.ResourceType;
import java.util.List;

/** Rules for objects that are about to be changed. */
final class Updates {
    private static final List<String> VERSIONED = List.of("poddisruptionbudgets.policy", "leases.coordination.k8s.io");

    private Updates() {}

    /** The proposal must be for this object, and for its present version if it names one. */
    static void checkPreconditions(Target target, ObjectNode current, Proposal proposal) {
        ObjectNode proposed = proposal.object();
        String uid = ObjectMeta.uid(proposed);
        boolean other = !uid.isEmpty() && !uid.equals(ObjectMeta.uid(current));
        if (other && proposal.origin() != Proposal.Origin.SENT) {
            Cause cause = Cause.immutable("metadata.uid", Json.at(proposed, "metadata", "uid"));
            throw ApiException.invalid(target.subject(), List.of(cause));
        }
        if (other) {
            String why = "Precondition failed: UID in precondition: %s, UID in object meta: %s"
                    .formatted(uid, ObjectMeta.uid(current));
            throw ApiException.conflict(target.subject(), why);
        }
        String version = ObjectMeta.resourceVersion(proposed);
        if (version.isEmpty() && mustNameVersion(target.type())) {
            Cause cause = Cause.invalid(
                    "metadata.resourceVersion", Json.object().numberNode(0), "must be specified for an update");
            throw ApiException.invalid(target.subject().asResource(), List.of(cause));
        }
        if (!version.isEmpty() && !version.equals(ObjectMeta.resourceVersion(current))) {
            throw ApiException.modified(target.subject());
        }
    }

    static void countGeneration(Form form, ObjectNode current, ObjectNode next) {
        if (form.countsGenerations() && form.generationDiffers(current, next)) {
            int generation = Json.at(current, "metadata", "generation").asInt();
            ObjectMeta.metadata(next).put("generation", generation + 1);
        }
    }

    /** A write that would only move the time of an owner's last change is none. */
    static boolean sameButForTimes(ObjectNode current, ObjectNode next) {
        return current.equals(next) || timeless(current).equals(timeless(next));
    }

    private static boolean mustNameVersion(ResourceType type) {
        return type.custom() || VERSIONED.contains(type.storage());
    }

    private static ObjectNode timeless(ObjectNode object) {
        ObjectNode copy = Json.object();
        copy.setAll(object);
        ObjectNode metadata =
                Json.objectAt(object, "metadata").map(ObjectNode::deepCopy).orElseGet(Json::object);
        Json.objects(metadata, "managedFields").forEach(entry -> entry.remove("time"));
        copy.set("metadata", metadata);
        return copy;
    }
}
