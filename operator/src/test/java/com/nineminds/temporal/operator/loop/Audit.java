package com.nineminds.temporal.operator.loop;

import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.apps.ControllerRevision;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.Watch;
import io.fabric8.kubernetes.client.Watcher;
import io.fabric8.kubernetes.client.WatcherException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/** Sees every version of the records and every state of the pods of a story, also while no operator runs. */
final class Audit implements AutoCloseable {
    private final List<ControllerRevision> records = new ArrayList<>();
    private final Map<String, Pod> pods = new HashMap<>();
    private final List<Watch> watches;
    private int fewest = Integer.MAX_VALUE;
    private int revisionsAtATime;

    /** From the beginning of the namespace. */
    Audit(KubernetesClient client, String namespace) {
        watches = List.of(
                client.apps().controllerRevisions().inNamespace(namespace).watch(each(this::record)),
                client.pods().inNamespace(namespace).watch(each(this::pod)));
    }

    private static <T> Watcher<T> each(BiConsumer<Watcher.Action, T> seen) {
        return new Watcher<>() {
            @Override
            public void eventReceived(Action action, T object) {
                seen.accept(action, object);
            }

            @Override
            public void onClose(WatcherException cause) {}

            @Override
            public boolean reconnecting() {
                return true;
            }
        };
    }

    private synchronized void record(Watcher.Action action, ControllerRevision version) {
        if (action == Watcher.Action.ADDED || action == Watcher.Action.MODIFIED) {
            records.add(version);
        }
    }

    private synchronized void pod(Watcher.Action action, Pod pod) {
        if (action == Watcher.Action.DELETED) {
            pods.remove(pod.getMetadata().getUid());
        } else if (action != Watcher.Action.BOOKMARK) {
            pods.put(pod.getMetadata().getUid(), pod);
        }
        fewest = Math.min(fewest, available());
        revisionsAtATime = Math.max(revisionsAtATime, revisions());
    }

    /** Forgets how few pods there ever were. */
    synchronized void markFloor() {
        fewest = available();
    }

    /** The fewest pods that were available at any moment since the mark. */
    synchronized int fewest() {
        return fewest;
    }

    /** How many revisions had pods at the same moment, at most. */
    synchronized int revisionsAtATime() {
        return revisionsAtATime;
    }

    private int revisions() {
        return (int) pods.values().stream()
                .filter(pod -> pod.getMetadata().getDeletionTimestamp() == null)
                .map(pod -> pod.getMetadata().getLabels().get("temporal.nineminds.com/revision"))
                .distinct()
                .count();
    }

    private int available() {
        return (int) pods.values().stream()
                .filter(pod -> pod.getMetadata().getDeletionTimestamp() == null && Kubectl.ready(pod))
                .count();
    }

    /** Every version of every record, in the order in which they were written. */
    synchronized List<ControllerRevision> records() {
        return List.copyOf(records);
    }

    @Override
    public void close() {
        watches.forEach(Watch::close);
    }
}
