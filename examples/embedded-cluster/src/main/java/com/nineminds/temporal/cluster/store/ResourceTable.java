package com.nineminds.temporal.cluster.store;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** The objects of one resource, their latest changes and who listens. Guarded by the lock of the store. */
final class ResourceTable {
    private final int logSize;
    final TreeMap<ObjectKey, ObjectNode> objects = new TreeMap<>();
    final Set<Subscription> subscriptions = ConcurrentHashMap.newKeySet();
    private final Deque<StoreEvent> log = new ArrayDeque<>();
    private long forgotten;

    ResourceTable(int logSize) {
        this.logSize = logSize;
    }

    void publish(StoreEvent event) {
        log.addLast(event);
        if (log.size() > logSize) {
            forgotten = log.removeFirst().revision();
        }
        subscriptions.forEach(subscription -> subscription.offer(event));
    }

    void forget(long revision) {
        log.clear();
        forgotten = revision;
    }

    /** The changes after a revision. */
    List<StoreEvent> since(long revision) {
        if (revision < forgotten) {
            throw new ExpiredRevisionException(revision, forgotten);
        }
        List<StoreEvent> later = new ArrayList<>();
        for (var events = log.descendingIterator(); events.hasNext(); ) {
            StoreEvent event = events.next();
            if (event.revision() <= revision) {
                break;
            }
            later.add(0, event);
        }
        return later;
    }
}
