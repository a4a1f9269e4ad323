package com.nineminds.temporal.cluster.kind;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nineminds.temporal.cluster.error.Subject;
import com.nineminds.temporal.cluster.schema.Schema;
import com.nineminds.temporal.cluster.store.ObjectKey;
import java.util.Set;

/**
 * One resource of one version of an API group.
 *
 * @param group empty for the core group
 * @param subresources such as {@code status} and {@code scale}
 * @param storage the name under which objects are kept, empty when they are not; versions of a group, and events of both groups, share it
 * @param declaration the version as its CustomResourceDefinition declares it; empty for Kubernetes' own kinds
 */
public record ResourceType(
        String group,
        String version,
        ResourceNames names,
        boolean namespaced,
        Set<String> subresources,
        String storage,
        Schema schema,
        Form form,
        ObjectNode declaration) {

    public String apiVersion() {
        return group.isEmpty() ? version : group + "/" + version;
    }

    public String kind() {
        return names.kind();
    }

    public String plural() {
        return names.plural();
    }

    /** Defined by a CustomResourceDefinition. */
    public boolean custom() {
        return !declaration.isEmpty();
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

    /** Whether objects are kept; of reviews only the answer exists. */
    public boolean stored() {
        return !storage.isEmpty();
    }

    public boolean is(String otherGroup, String otherKind) {
        return group.equals(otherGroup) && names.kind().equals(otherKind);
    }
}
