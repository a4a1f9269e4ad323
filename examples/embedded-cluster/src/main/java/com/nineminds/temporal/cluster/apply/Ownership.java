package com.nineminds.temporal.cluster.apply;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nineminds.temporal.cluster.error.ApiException;
import com.nineminds.temporal.cluster.json.Json;
import com.nineminds.temporal.cluster.json.ObjectMeta;
import com.nineminds.temporal.cluster.schema.Schema;
import java.util.List;

/** Keeps track of who owns which field, by the rules of Kubernetes' structured merge. */
public final class Ownership {
    private static final FieldSet IDENTITY = identity();

    private Ownership() {}

    /**
     * Notes in {@code next} who owns what after a write that is not a server-side apply.
     *
     * @param live the object before the write, a blank one on creation
     * @param next the object as it will be stored; its {@code managedFields} are set
     */
    public static void update(ObjectNode live, ObjectNode next, Owner owner) {
        ManagedFields managed =
                ManagedFields.beforeUpdate(live, next, !owner.subresource().isEmpty());
        boolean untracked = managed.isEmpty() && !ObjectMeta.uid(live).isEmpty();
        if (!untracked) {
            note(managed, live, next, owner);
        }
        managed.writeTo(next);
    }

    private static void note(ManagedFields managed, ObjectNode live, ObjectNode next, Owner owner) {
        Schema schema = owner.type().schema();
        Comparison difference = Comparison.of(ManagedFields.without(live), ManagedFields.without(next), schema);
        Comparison counted = difference.without(owner.ignored());
        ManagedEntry nobody = owner.entry("", FieldSet.EMPTY);
        managed.take(counted.changed(), nobody);
        managed.take(counted.removed(), nobody);
        FieldSet taken = counted.changed().minus(IDENTITY);
        if (!taken.isEmpty()) {
            ManagedEntry entry = owner.entry(ManagedEntry.UPDATE, taken);
            FieldSet before = managed.get(entry).map(ManagedEntry::fields).orElse(FieldSet.EMPTY);
            managed.put(entry.with(taken.union(before)));
        }
    }

    /**
     * Applies a configuration to a live object.
     *
     * @param live the object now, a blank one when there is none
     * @param force takes fields from managers that own them with another value
     * @return a fresh object with its {@code managedFields}
     * @throws ApiException 409 when others own fields that would change, and {@code force} is not set
     */
    public static ObjectNode apply(ObjectNode live, ObjectNode configuration, Owner owner, boolean force) {
        if (Json.present(Json.at(configuration, "metadata", "managedFields"))) {
            throw ApiException.badRequest("metadata.managedFields must be nil");
        }
        Typing.check(configuration, owner.type());
        Schema schema = owner.type().schema();
        ManagedFields managed = ManagedFields.of(live);
        ObjectNode before = ManagedFields.without(live);
        if (managed.isEmpty() && !ObjectMeta.uid(live).isEmpty()) {
            adopt(managed, before, owner);
        }
        FieldSet configured = Fields.of(configuration, schema).without(owner.ignored());
        ManagedEntry entry = owner.entry(ManagedEntry.APPLY, configured);
        FieldSet last = managed.get(entry).map(ManagedEntry::fields).orElse(FieldSet.EMPTY);
        String lastTime = managed.get(entry).map(ManagedEntry::time).orElse(entry.time());
        managed.put(entry);
        ObjectNode merged = Merging.merge(before, configuration, schema);
        ObjectNode pruned = prune(merged, managed.all(), last, schema);
        settle(managed, Comparison.of(before, pruned, schema).without(owner.ignored()), entry, force);
        String time = pruned.equals(before) ? lastTime : entry.time();
        managed.put(new ManagedEntry(
                entry.manager(),
                entry.operation(),
                entry.apiVersion(),
                entry.subresource(),
                time,
                configured.minus(IDENTITY)));
        managed.writeTo(pruned);
        return pruned;
    }

    /** Gives what an object has, and nobody owns, to a manager that stands for the time before the first apply. */
    private static void adopt(ManagedFields managed, ObjectNode live, Owner owner) {
        ObjectNode blank = owner.type().form().blank();
        FieldSet all = Comparison.of(blank, live, owner.type().schema()).changed();
        Owner past = new Owner("before-first-apply", owner.type(), "", owner.now());
        managed.put(past.entry(ManagedEntry.UPDATE, all.without(past.ignored()).minus(IDENTITY)));
    }

    /** Takes away what this manager applied last time, does not apply now, and nobody else owns. */
    private static ObjectNode prune(ObjectNode merged, FieldSet owned, FieldSet last, Schema schema) {
        if (last.isEmpty()) {
            return merged;
        }
        FieldSet lastNamed = last.withNamedFields(schema);
        FieldSet has = Fields.of(merged, schema).withNamedFields(schema);
        ObjectNode first = Removal.remove(merged, lastNamed, schema);
        FieldSet kept = Fields.of(first, schema).withNamedFields(schema).union(owned.withNamedFields(schema));
        ObjectNode second = Removal.remove(merged, has.minus(kept), schema);
        FieldSet left = Fields.of(second, schema).withNamedFields(schema);
        return Removal.remove(merged, has.minus(left).intersection(lastNamed), schema);
    }

    private static void settle(ManagedFields managed, Comparison difference, ManagedEntry applier, boolean force) {
        List<Conflict> conflicts = managed.others(applier).stream()
                .map(entry -> new Conflict(entry, entry.fields().intersection(difference.changed())))
                .filter(conflict -> !conflict.fields().isEmpty())
                .toList();
        if (!force && !conflicts.isEmpty()) {
            throw Conflict.refusal(conflicts);
        }
        managed.take(difference.changed(), applier);
        managed.take(difference.removed(), applier);
    }

    /** Nobody owns what identifies an object or what the server writes. */
    private static FieldSet identity() {
        FieldSet metadata = new FieldSet();
        List.of(
                        "name",
                        "namespace",
                        "creationTimestamp",
                        "selfLink",
                        "uid",
                        "clusterName",
                        "generation",
                        "managedFields",
                        "resourceVersion")
                .forEach(name -> metadata.add(PathElement.field(name)));
        FieldSet identity = new FieldSet();
        List.of("apiVersion", "kind", "metadata").forEach(name -> identity.add(PathElement.field(name)));
        identity.put(PathElement.field("metadata"), metadata);
        return identity;
    }
}
