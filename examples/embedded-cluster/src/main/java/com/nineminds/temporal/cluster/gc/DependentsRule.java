package com.nineminds.temporal.cluster.gc;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nineminds.temporal.cluster.json.Json;
import com.nineminds.temporal.cluster.json.ObjectMeta;
import com.nineminds.temporal.cluster.store.ObjectKey;
import com.nineminds.temporal.cluster.store.ObjectStore;
import com.nineminds.temporal.cluster.write.Proposal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * Nothing outlives all its owners; whoever is deleted in the foreground goes after the dependents that block it; whoever
 * is deleted as an orphan's parent lets go of its dependents first.
 */
final class DependentsRule implements Rule {
    private static final String FOREGROUND = "foregroundDeletion";
    private static final String ORPHAN = "orphan";

    private final ObjectStore store;
    private final OwnerIndex index;
    private final Removals removals;

    DependentsRule(ObjectStore store, OwnerIndex index, Removals removals) {
        this.store = store;
        this.index = index;
        this.removals = removals;
    }

    @Override
    public void settle(ObjectKey key, ObjectNode object) {
        if (isDeletingBy(object, ORPHAN)) {
            index.dependentsOf(ObjectMeta.uid(object)).forEach(dependent -> release(dependent, ObjectMeta.uid(object)));
            dropFinalizer(key, ORPHAN);
        } else if (isDeletingBy(object, FOREGROUND)) {
            if (blocking(object).isEmpty()) {
                dropFinalizer(key, FOREGROUND);
            }
        } else if (!ObjectMeta.deleting(object)) {
            collect(key, object);
        }
    }

    /** Deletes an object whose owners are all gone or wait for it; else forgets those that are gone. */
    private void collect(ObjectKey key, ObjectNode object) {
        List<ObjectNode> owners = Json.objects(object, "metadata", "ownerReferences");
        if (owners.isEmpty()) {
            return;
        }
        List<ObjectNode> waiting = owners.stream().filter(this::isWaiting).toList();
        List<ObjectNode> left = owners.stream()
                .filter(owner -> index.keyOf(Json.text(owner, "uid")).isPresent() && !waiting.contains(owner))
                .toList();
        if (left.isEmpty()) {
            boolean parent = !index.dependentsOf(ObjectMeta.uid(object)).isEmpty();
            removals.delete(key, object, !waiting.isEmpty() && parent ? "Foreground" : "");
        } else if (left.size() < owners.size()) {
            List<String> kept =
                    left.stream().map(owner -> Json.text(owner, "uid")).toList();
            keepOwners(key, owner -> kept.contains(Json.text(owner, "uid")));
        }
    }

    private boolean isWaiting(ObjectNode reference) {
        return reference.path("blockOwnerDeletion").asBoolean()
                && index.keyOf(Json.text(reference, "uid"))
                        .flatMap(store::get)
                        .filter(owner -> isDeletingBy(owner, FOREGROUND))
                        .isPresent();
    }

    private List<ObjectKey> blocking(ObjectNode owner) {
        String uid = ObjectMeta.uid(owner);
        List<ObjectKey> blocking = new ArrayList<>();
        for (ObjectKey key : index.dependentsOf(uid)) {
            boolean blocks = store.get(key).stream()
                    .flatMap(dependent -> Json.objects(dependent, "metadata", "ownerReferences").stream())
                    .anyMatch(reference -> Json.text(reference, "uid").equals(uid)
                            && reference.path("blockOwnerDeletion").asBoolean());
            if (blocks) {
                blocking.add(key);
            }
        }
        return blocking;
    }

    private void release(ObjectKey dependent, String ownerUid) {
        keepOwners(dependent, owner -> !Json.text(owner, "uid").equals(ownerUid));
    }

    private void keepOwners(ObjectKey key, Predicate<ObjectNode> kept) {
        removals.change(key, "", current -> {
            ObjectNode next = current.deepCopy();
            ArrayNode owners = Json.array();
            Json.objects(next, "metadata", "ownerReferences").stream()
                    .filter(kept)
                    .forEach(owners::add);
            if (owners.isEmpty()) {
                ObjectMeta.metadata(next).remove("ownerReferences");
            } else {
                ObjectMeta.metadata(next).set("ownerReferences", owners);
            }
            return Proposal.of(next);
        });
    }

    private void dropFinalizer(ObjectKey key, String finalizer) {
        removals.change(key, "", current -> {
            ObjectNode next = current.deepCopy();
            List<String> left = new ArrayList<>(ObjectMeta.finalizers(next));
            left.remove(finalizer);
            ObjectMeta.metadata(next).set("finalizers", Json.arrayOf(left));
            return Proposal.of(next);
        });
    }

    private static boolean isDeletingBy(ObjectNode object, String finalizer) {
        return ObjectMeta.deleting(object) && ObjectMeta.finalizers(object).contains(finalizer);
    }
}
