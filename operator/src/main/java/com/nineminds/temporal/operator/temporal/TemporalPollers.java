package com.nineminds.temporal.operator.temporal;

import com.nineminds.temporal.operator.config.TemporalConfig;
import com.nineminds.temporal.operator.gate.Frontend;
import com.nineminds.temporal.operator.gate.PollerSource;
import com.nineminds.temporal.operator.gate.ProviderException;
import com.nineminds.temporal.operator.gate.Sighting;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

/** Looks pollers up on Temporal servers, for the poller gate. */
public final class TemporalPollers implements PollerSource, AutoCloseable {
    private final TaskQueuePollers queues;
    private final Duration timeout;

    public TemporalPollers(TemporalConfig config) {
        this.queues = new TaskQueuePollers(InstantSource.system(), config.credentials());
        this.timeout = config.timeout();
    }

    @Override
    public List<Sighting> pollers(Frontend frontend, String namespace, String taskQueue) throws ProviderException {
        try {
            return queues.read(new TemporalEndpoint(frontend, namespace), taskQueue, timeout).entrySet().stream()
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
