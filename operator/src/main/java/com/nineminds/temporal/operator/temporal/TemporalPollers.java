package com.nineminds.temporal.operator.temporal;

import com.nineminds.temporal.operator.gate.PollerSource;
import com.nineminds.temporal.operator.gate.ProviderException;
import com.nineminds.temporal.operator.gate.Sighting;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

/** Looks pollers up on Temporal servers, for the poller gate. */
public final class TemporalPollers implements PollerSource, AutoCloseable {
    private final TaskQueuePollers queues = new TaskQueuePollers(InstantSource.system());
    private final Duration timeout;

    /** @param timeout of one call */
    public TemporalPollers(Duration timeout) {
        this.timeout = timeout;
    }

    @Override
    public List<Sighting> pollers(String address, String namespace, String taskQueue) throws ProviderException {
        try {
            return queues.read(new TemporalEndpoint(address, namespace), taskQueue, timeout).entrySet().stream()
                    .flatMap(of -> of.getValue().stream()
                            .map(each -> new Sighting(each.identity(), of.getKey(), each.lastAccess())))
                    .toList();
        } catch (TemporalUnavailableException e) {
            throw new ProviderException(String.valueOf(e.getMessage()), e);
        }
    }

    @Override
    public void close() {
        queues.close();
    }
}
