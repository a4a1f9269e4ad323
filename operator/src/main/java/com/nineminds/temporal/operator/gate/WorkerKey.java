package com.nineminds.temporal.operator.gate;

/** @param uid tells a worker from one of the same name that was deleted: nothing that was learnt about the one holds for the other */
public record WorkerKey(String namespace, String name, String uid) {
    /** Whether the other one had the same name before. */
    public boolean succeeds(WorkerKey other) {
        return namespace.equals(other.namespace) && name.equals(other.name) && !uid.equals(other.uid);
    }
}
