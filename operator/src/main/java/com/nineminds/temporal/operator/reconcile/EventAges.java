package com.nineminds.temporal.operator.reconcile;

import com.nineminds.temporal.operator.gate.WorkerKey;
import com.nineminds.temporal.operator.metrics.OperatorMetrics;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.javaoperatorsdk.operator.api.monitoring.Metrics;
import io.javaoperatorsdk.operator.processing.event.Event;
import io.javaoperatorsdk.operator.processing.event.ResourceID;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Since when the events wait that a reconcile answers: from the first one that no successful reconcile has answered, so that the time
 * of failed attempts counts.
 */
public final class EventAges implements Metrics {
    private final OperatorMetrics metrics;
    private final Map<ResourceID, Long> waiting = new ConcurrentHashMap<>();
    private final Map<ResourceID, Long> answering = new ConcurrentHashMap<>();

    public EventAges(OperatorMetrics metrics) {
        this.metrics = metrics;
    }

    /** Of the oldest event that the reconcile in progress answers. */
    Duration of(WorkerKey worker) {
        long now = System.nanoTime();
        return Duration.ofNanos(now - answering.getOrDefault(new ResourceID(worker.name(), worker.namespace()), now));
    }

    @Override
    public void receivedEvent(Event event, Map<String, Object> metadata) {
        waiting.putIfAbsent(event.getRelatedCustomResourceID(), System.nanoTime());
    }

    @Override
    public void reconciliationExecutionStarted(HasMetadata resource, Map<String, Object> metadata) {
        ResourceID id = ResourceID.fromResource(resource);
        Long since = waiting.remove(id);
        if (since != null) {
            answering.putIfAbsent(id, since);
        }
    }

    @Override
    public void failedReconciliation(HasMetadata resource, Exception exception, Map<String, Object> metadata) {
        metrics.reconcileFailed();
    }

    @Override
    public void finishedReconciliation(HasMetadata resource, Map<String, Object> metadata) {
        answering.remove(ResourceID.fromResource(resource));
    }

    @Override
    public void cleanupDoneFor(ResourceID id, Map<String, Object> metadata) {
        waiting.remove(id);
        answering.remove(id);
    }
}
