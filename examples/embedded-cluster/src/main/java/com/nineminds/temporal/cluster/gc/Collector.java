package com.nineminds.temporal.cluster.gc;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nineminds.temporal.cluster.error.ApiException;
import com.nineminds.temporal.cluster.json.ObjectMeta;
import com.nineminds.temporal.cluster.kind.ResourceTypes;
import com.nineminds.temporal.cluster.store.EventType;
import com.nineminds.temporal.cluster.store.ObjectKey;
import com.nineminds.temporal.cluster.store.ObjectStore;
import com.nineminds.temporal.cluster.store.StoreEvent;
import com.nineminds.temporal.cluster.write.Deleter;
import com.nineminds.temporal.cluster.write.Writer;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Follows every change of the store and, on a thread of its own, draws the consequences of deletions. */
public final class Collector implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Collector.class);

    private final ObjectStore store;
    private final OwnerIndex index = new OwnerIndex();
    private final List<Rule> rules;
    private final Set<ObjectKey> pending = new LinkedHashSet<>();
    private final Thread thread = new Thread(this::run, "garbage-collector");

    private Collector(ObjectStore store, ResourceTypes types, Writer writer, Deleter deleter) {
        this.store = store;
        Removals removals = new Removals(types, writer, deleter);
        this.rules = List.of(
                new DependentsRule(store, index, removals),
                new NamespaceRule(store, types, removals),
                new DefinitionRule(store, removals));
        thread.setDaemon(true);
    }

    /** Starts collecting; sees only objects that are stored from now on. */
    public static Collector start(ObjectStore store, ResourceTypes types, Writer writer, Deleter deleter) {
        Collector collector = new Collector(store, types, writer, deleter);
        store.listen(collector::accept);
        collector.thread.start();
        return collector;
    }

    private void accept(StoreEvent event) {
        List<ObjectKey> dependents = index.dependentsOf(ObjectMeta.uid(event.object()));
        index.accept(event);
        boolean deletion = event.type() == EventType.DELETED;
        if (!deletion) {
            enqueue(List.of(event.key()));
        }
        if (deletion || ObjectMeta.deleting(event.object())) {
            enqueue(dependents);
        }
        if (deletion) {
            enqueue(surroundings(event));
        }
    }

    /** Who may have waited for an object to go: its owners, its namespace, its definition. */
    private List<ObjectKey> surroundings(StoreEvent event) {
        Set<ObjectKey> keys = new LinkedHashSet<>();
        OwnerIndex.owners(event.object()).forEach(uid -> index.keyOf(uid).ifPresent(keys::add));
        if (!event.key().namespace().isEmpty()) {
            keys.add(new ObjectKey(NamespaceRule.NAMESPACES, "", event.key().namespace()));
        }
        keys.add(new ObjectKey(DefinitionRule.DEFINITIONS, "", event.key().resource()));
        return List.copyOf(keys);
    }

    private void enqueue(List<ObjectKey> keys) {
        synchronized (pending) {
            pending.addAll(keys);
            pending.notifyAll();
        }
    }

    private void run() {
        try {
            while (true) {
                ObjectKey key = take();
                store.get(key).ifPresent(object -> settle(key, object));
            }
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
    }

    private ObjectKey take() throws InterruptedException {
        synchronized (pending) {
            while (pending.isEmpty()) {
                pending.wait();
            }
            ObjectKey key = pending.iterator().next();
            pending.remove(key);
            return key;
        }
    }

    private void settle(ObjectKey key, ObjectNode object) {
        for (Rule rule : rules) {
            try {
                rule.settle(key, object);
            } catch (ApiException refused) {
                LOG.atDebug()
                        .addKeyValue("object", key)
                        .addKeyValue("why", refused.getMessage())
                        .log("garbage collection waits");
            }
        }
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
