package com.nineminds.temporal.cluster.controllers;

import io.fabric8.kubernetes.api.model.HasMetadata;

/**
 * What a controller is asked to look at.
 *
 * @param namespace empty for cluster-scoped objects
 */
record ObjectName(String namespace, String name) {
    static ObjectName of(HasMetadata object) {
        String namespace = object.getMetadata().getNamespace();
        return new ObjectName(
                namespace == null ? "" : namespace, object.getMetadata().getName());
    }
}
