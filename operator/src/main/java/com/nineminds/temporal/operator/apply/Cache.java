package com.nineminds.temporal.operator.apply;

import io.fabric8.kubernetes.api.model.HasMetadata;

/** Told of every write, so that the next reconcile reads its own writes. */
public interface Cache {
    void remember(HasMetadata written);
}
