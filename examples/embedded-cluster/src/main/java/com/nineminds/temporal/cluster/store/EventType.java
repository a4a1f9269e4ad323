package com.nineminds.temporal.cluster.store;

/** What a change did to an object, in the words of the watch protocol. */
public enum EventType {
    ADDED,
    MODIFIED,
    DELETED
}
