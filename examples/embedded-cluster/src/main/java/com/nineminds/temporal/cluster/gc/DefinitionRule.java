package com.nineminds.temporal.cluster.gc;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nineminds.temporal.cluster.json.Json;
import com.nineminds.temporal.cluster.json.ObjectMeta;
import com.nineminds.temporal.cluster.store.ObjectKey;
import com.nineminds.temporal.cluster.store.ObjectStore;
import com.nineminds.temporal.cluster.write.Proposal;
import java.util.ArrayList;
import java.util.List;

/** A CustomResourceDefinition that is deleted takes all its objects with it, and goes when the last is gone. */
final class DefinitionRule implements Rule {
    static final String DEFINITIONS = "customresourcedefinitions.apiextensions.k8s.io";
    private static final String CLEANUP = "customresourcecleanup.apiextensions.k8s.io";

    private final ObjectStore store;
    private final Removals removals;

    DefinitionRule(ObjectStore store, Removals removals) {
        this.store = store;
        this.removals = removals;
    }

    @Override
    public void settle(ObjectKey key, ObjectNode object) {
        boolean cleaning = key.resource().equals(DEFINITIONS)
                && ObjectMeta.deleting(object)
                && ObjectMeta.finalizers(object).contains(CLEANUP);
        if (!cleaning) {
            return;
        }
        boolean empty = true;
        for (ObjectNode instance : store.list(key.name(), "").objects()) {
            ObjectKey instanceKey =
                    new ObjectKey(key.name(), ObjectMeta.namespace(instance), ObjectMeta.name(instance));
            if (!ObjectMeta.deleting(instance)) {
                removals.delete(instanceKey, instance, "Background");
            }
            empty &= store.get(instanceKey).isEmpty();
        }
        if (empty) {
            removals.change(key, "", current -> {
                ObjectNode next = current.deepCopy();
                List<String> left = new ArrayList<>(ObjectMeta.finalizers(next));
                left.remove(CLEANUP);
                ObjectMeta.metadata(next).set("finalizers", Json.arrayOf(left));
                return Proposal.of(next);
            });
        }
    }
}
