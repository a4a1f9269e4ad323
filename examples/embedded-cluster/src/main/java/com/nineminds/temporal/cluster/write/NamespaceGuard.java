package com.nineminds.temporal.cluster.write;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nineminds.temporal.cluster.error.ApiException;
import com.nineminds.temporal.cluster.error.Cause;
import com.nineminds.temporal.cluster.error.Subject;
import com.nineminds.temporal.cluster.json.ObjectMeta;
import com.nineminds.temporal.cluster.store.ObjectKey;
import com.nineminds.temporal.cluster.store.ObjectStore;
import java.util.List;

/** Lets objects be created only in namespaces that exist and stay. */
final class NamespaceGuard {
    private final ObjectStore store;

    NamespaceGuard(ObjectStore store) {
        this.store = store;
    }

    void check(Target target) {
        if (!target.type().namespaced()) {
            return;
        }
        String name = target.namespace();
        ObjectNode namespace = store.get(new ObjectKey("namespaces", "", name))
                .orElseThrow(() -> ApiException.notFound(new Subject("", "namespaces", "Namespace", name)));
        if (ObjectMeta.deleting(namespace)) {
            Cause cause = new Cause(
                    "NamespaceTerminating", "namespace " + name + " is being terminated", "metadata.namespace");
            throw ApiException.forbidden(
                    target.subject(),
                    "unable to create new content in namespace " + name + " because it is being terminated",
                    List.of(cause));
        }
    }
}
