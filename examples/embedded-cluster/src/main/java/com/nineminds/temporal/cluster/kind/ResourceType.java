package com.nineminds.temporal.cluster.kind;

import com.nineminds.temporal.cluster.error.Subject;
import com.nineminds.temporal.cluster.store.ObjectKey;
import java.util.Set;

/**
 * One resource of one version of an API group.
 *
 * @param group empty for the core group
 * @param storage the name under which objects are kept; versions of a group, and events of both groups, share it
 * @param subresources such as {@code status} and {@code scale}
 * @param custom defined by a CustomResourceDefinition
 */
public record ResourceType(
        String group,
        String version,
        ResourceNames names,
        boolean namespaced,
        Set<String> subresources,
        String storage,
        boolean custom) {

    public String apiVersion() {
        return group.isEmpty() ? version : group + "/" + version;
    }

    public String kind() {
        return names.kind();
    }

    public String plural() {
        return names.plural();
    }

    public ObjectKey key(String namespace, String name) {
        return new ObjectKey(storage, namespaced ? namespace : "", name);
    }

    public Subject subject(String name) {
        return new Subject(group, names.plural(), names.kind(), name);
    }

    public boolean has(String subresource) {
        return subresources.contains(subresource);
    }

    /** {@code kind} and {@code group} as in {@code Deployment.apps}; of the core group the kind alone. */
    public boolean is(String otherGroup, String otherKind) {
        return group.equals(otherGroup) && names.kind().equals(otherKind);
    }
}
