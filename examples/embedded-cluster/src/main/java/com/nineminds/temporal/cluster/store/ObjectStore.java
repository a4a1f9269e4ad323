package com.nineminds.temporal.cluster.store;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nineminds.temporal.cluster.json.ObjectMeta;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Every object of the cluster. A stored tree is never changed: what goes in belongs to the store, what comes out is
 * only read. All changes pass {@link #replace}, a compare-and-set on the identity of the stored tree.
 */
public final class ObjectStore {
    private static final int LOG_SIZE = 2_000;

    private final Map<String, ResourceTable> tables = new HashMap<>();
    private final List<Consumer<StoreEvent>> listeners = new CopyOnWriteArrayList<>();
    private long revision = 1;

    public synchronized long revision() {
        return revision;
    }

    public synchronized Optional<ObjectNode> get(ObjectKey key) {
        return Optional.ofNullable(table(key.resource()).objects.get(key));
    }

    /** The objects of a resource, of one namespace or of all when {@code namespace} is empty. */
    public synchronized Snapshot list(String resource, String namespace) {
        var objects = table(resource).objects;
        var chosen = namespace.isEmpty()
                ? objects
                : objects.subMap(new ObjectKey(resource, namespace, ""), new ObjectKey(resource, namespace + "\0", ""));
        return new Snapshot(revision, List.copyOf(chosen.values()));
    }

    /**
     * Adds, changes or removes one object.
     *
     * @param expected the tree that must be stored now, none to add
     * @param next what is stored instead, none to remove; its resource version is set here
     * @return the object as stored (or as removed), or empty when something else is stored by now
     */
    public synchronized Optional<ObjectNode> replace(
            ObjectKey key, @Nullable ObjectNode expected, @Nullable ObjectNode next) {
        ResourceTable table = table(key.resource());
        if (table.objects.get(key) != expected) {
            return Optional.empty();
        }
        ObjectNode object = Optional.ofNullable(next)
                .or(() -> Optional.ofNullable(expected).map(ObjectNode::deepCopy))
                .orElseThrow(() -> new IllegalArgumentException("nothing to add, change or remove"));
        revision++;
        ObjectMeta.metadata(object).put("resourceVersion", Long.toString(revision));
        if (next == null) {
            table.objects.remove(key);
        } else {
            table.objects.put(key, next);
        }
        publish(table, new StoreEvent(type(expected, next), revision, key, object, Optional.ofNullable(expected)));
        return Optional.of(object);
    }

    /** Follows a resource from after {@code since} on. */
    public synchronized Subscription subscribe(String resource, long since) {
        ResourceTable table = table(resource);
        List<StoreEvent> missed = table.since(since);
        Subscription subscription = new Subscription(table.subscriptions::remove);
        missed.forEach(subscription::offer);
        table.subscriptions.add(subscription);
        return subscription;
    }

    /** Calls back on every change, in order and inside the write: the listener must be quick and must not write. */
    public void listen(Consumer<StoreEvent> listener) {
        listeners.add(listener);
    }

    /** Forgets the changes of a resource, so that a watch from an earlier version is answered as expired. */
    public synchronized void compact(String resource) {
        table(resource).forget(revision);
    }

    private void publish(ResourceTable table, StoreEvent event) {
        table.publish(event);
        listeners.forEach(listener -> listener.accept(event));
    }

    private ResourceTable table(String resource) {
        return tables.computeIfAbsent(resource, unseen -> new ResourceTable(LOG_SIZE));
    }

    private static EventType type(@Nullable ObjectNode expected, @Nullable ObjectNode next) {
        if (expected == null) {
            return EventType.ADDED;
        }
        return next == null ? EventType.DELETED : EventType.MODIFIED;
    }
}
