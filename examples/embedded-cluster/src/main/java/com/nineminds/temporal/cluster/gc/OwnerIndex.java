package com.nineminds.temporal.cluster.gc;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nineminds.temporal.cluster.json.Json;
import com.nineminds.temporal.cluster.json.ObjectMeta;
import com.nineminds.temporal.cluster.store.EventType;
import com.nineminds.temporal.cluster.store.ObjectKey;
import com.nineminds.temporal.cluster.store.StoreEvent;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Who exists, and who depends on whom, by uid. Thread-safe. */
final class OwnerIndex {
    private final Map<String, ObjectKey> existing = new HashMap<>();
    private final Map<String, Set<ObjectKey>> dependents = new HashMap<>();

    synchronized void accept(StoreEvent event) {
        event.previous()
                .ifPresent(before -> owners(before)
                        .forEach(uid ->
                                dependents.getOrDefault(uid, new HashSet<>()).remove(event.key())));
        String uid = ObjectMeta.uid(event.object());
        if (event.type() == EventType.DELETED) {
            existing.remove(uid);
            return;
        }
        existing.put(uid, event.key());
        owners(event.object())
                .forEach(owner -> dependents
                        .computeIfAbsent(owner, unseen -> new HashSet<>())
                        .add(event.key()));
    }

    synchronized Optional<ObjectKey> keyOf(String uid) {
        return Optional.ofNullable(existing.get(uid));
    }

    synchronized List<ObjectKey> dependentsOf(String uid) {
        return List.copyOf(dependents.getOrDefault(uid, Set.of()));
    }

    static List<String> owners(ObjectNode object) {
        return Json.objects(object, "metadata", "ownerReferences").stream()
                .map(owner -> Json.text(owner, "uid"))
                .toList();
    }
}
