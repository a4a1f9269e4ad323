package com.nineminds.temporal.cluster.store;

/**
 * Where an object is kept.
 *
 * @param resource the plural name and the group, as in {@code deployments.apps}; the core group has no suffix
 * @param namespace empty for cluster-scoped objects
 */
public record ObjectKey(String resource, String namespace, String name) implements Comparable<ObjectKey> {
    @Override
    public int compareTo(ObjectKey other) {
        int byNamespace = namespace.compareTo(other.namespace);
        return byNamespace != 0 ? byNamespace : name.compareTo(other.name);
    }
}
