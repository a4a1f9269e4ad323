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
    /** @param uid of the worker: one that is deleted and made anew starts without the evidence of its predecessor */
    private record Memory(String uid, Map<String, Failure> refused) {}

    private final Map<WorkerKey, Memory> byWorker = new ConcurrentHashMap<>();

    Map<String, Failure> of(WorkerKey worker, String uid) {
        Memory memory = byWorker.get(worker);
        return memory != null && memory.uid().equals(uid) ? memory.refused() : Map.of();
    }

    /** @return whether there is evidence that the reconcile which met it had not seen */
    boolean remember(WorkerKey worker, String uid, Map<String, Failure> refused) {
        Map<String, Failure> before = of(worker, uid);
        if (refused.isEmpty()) {
            byWorker.remove(worker);
        } else {
            byWorker.put(worker, new Memory(uid, refused));
        }
        return !before.keySet().containsAll(refused.keySet());
    }

    void forget(WorkerKey worker) {
        byWorker.remove(worker);
    }
}
