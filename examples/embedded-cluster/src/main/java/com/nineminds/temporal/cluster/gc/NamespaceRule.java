package com.nineminds.temporal.cluster.gc;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nineminds.temporal.cluster.json.Json;
import com.nineminds.temporal.cluster.json.ObjectMeta;
import com.nineminds.temporal.cluster.kind.ResourceType;
import com.nineminds.temporal.cluster.kind.ResourceTypes;
import com.nineminds.temporal.cluster.store.ObjectKey;
import com.nineminds.temporal.cluster.store.ObjectStore;
import com.nineminds.temporal.cluster.subresource.Finalization;
import com.nineminds.temporal.cluster.write.Proposal;
import java.util.List;

/** A namespace that is deleted takes all its objects with it, and goes when the last is gone. */
final class NamespaceRule implements Rule {
    static final String NAMESPACES = "namespaces";

    private final ObjectStore store;
    private final ResourceTypes types;
    private final Removals removals;

    NamespaceRule(ObjectStore store, ResourceTypes types, Removals removals) {
        this.store = store;
        this.types = types;
        this.removals = removals;
    }

    @Override
    public void settle(ObjectKey key, ObjectNode object) {
        if (!key.resource().equals(NAMESPACES) || !ObjectMeta.deleting(object)) {
            return;
        }
        NamespaceConditions left = new NamespaceConditions();
        for (String storage : namespacedStorages()) {
            for (ObjectNode content : store.list(storage, key.name()).objects()) {
                ObjectKey contentKey = new ObjectKey(storage, key.name(), ObjectMeta.name(content));
                if (!ObjectMeta.deleting(content)) {
                    removals.delete(contentKey, content, "Background");
                }
                store.get(contentKey).ifPresent(now -> left.left(storage, now));
            }
        }
        if (left.nothingLeft()) {
            removals.change(key, "finalize", current -> Finalization.change(current, Json.object()));
        } else {
            removals.change(key, "status", current -> Proposal.of(left.writeTo(current.deepCopy())));
        }
    }

    private List<String> namespacedStorages() {
        return types.all()
                .filter(type -> type.namespaced() && type.stored())
                .map(ResourceType::storage)
                .distinct()
                .toList();
    }
}
