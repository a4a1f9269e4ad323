package com.nineminds.temporal.operator.resources;

/** The custom resource that children belong to. Deliberately without its labels and annotations: none of them is copied to children. */
public record WorkerRef(String namespace, String name, String uid) {}
