package com.nineminds.temporal.cluster.write;

import com.nineminds.temporal.cluster.error.Subject;
import com.nineminds.temporal.cluster.kind.ResourceType;
import com.nineminds.temporal.cluster.store.ObjectKey;

/**
 * What a request is about.
 *
 * @param namespace empty for cluster-scoped resources
 * @param name empty for a collection
 * @param subresource empty for the object itself
 */
public record Target(ResourceType type, String namespace, String name, String subresource) {
    public ObjectKey key() {
        return type.key(namespace, name);
    }

    public Subject subject() {
        return type.subject(name);
    }

    public Target named(String other) {
        return new Target(type, namespace, other, subresource);
    }
}
