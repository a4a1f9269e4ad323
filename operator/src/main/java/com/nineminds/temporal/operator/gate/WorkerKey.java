package com.nineminds.temporal.operator.gate;

/** Namespace and name of a worker. */
public record WorkerKey(String namespace, String name) {}
