package com.nineminds.temporal.operator.reconcile;

import com.nineminds.temporal.operator.decide.Failure;
import com.nineminds.temporal.operator.gate.WorkerKey;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Revisions of which the API server refused an object, from one reconcile to the next: evidence that no object in a cache shows.
 * After a restart of the operator the object is applied, and refused, again.
 */
final class RefusedRevisions {
    private final Map<WorkerKey, Map<String, Failure>> byWorker = new ConcurrentHashMap<>();

    Map<String, Failure> of(WorkerKey worker) {
        return byWorker.getOrDefault(worker, Map.of());
    }

    /** @return whether there is evidence that the reconcile which met it had not seen */
    boolean remember(WorkerKey worker, Map<String, Failure> refused) {
        Map<String, Failure> before = of(worker);
        byWorker.keySet().removeIf(worker::succeeds);
        if (refused.isEmpty()) {
            byWorker.remove(worker);
        } else {
            byWorker.put(worker, Map.copyOf(refused));
        }
        return !before.keySet().containsAll(refused.keySet());
    }

    void forget(WorkerKey worker) {
        byWorker.remove(worker);
    }
}
