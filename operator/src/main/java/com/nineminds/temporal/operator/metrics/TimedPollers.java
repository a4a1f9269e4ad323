package com.nineminds.temporal.operator.metrics;

import com.nineminds.temporal.operator.gate.Frontend;
import com.nineminds.temporal.operator.gate.PollerSource;
import com.nineminds.temporal.operator.gate.ProviderException;
import com.nineminds.temporal.operator.gate.Sighting;
import java.time.Duration;
import java.util.List;

/** Measures how long Temporal takes to answer the poller gates. */
public final class TimedPollers implements PollerSource {
    private static final String GATE = "pollers";

    private final PollerSource pollers;
    private final OperatorMetrics metrics;

    public TimedPollers(PollerSource pollers, OperatorMetrics metrics) {
        this.pollers = pollers;
        this.metrics = metrics;
    }

    @Override
    public List<Sighting> pollers(Frontend frontend, String namespace, String taskQueue) throws ProviderException {
        long begin = System.nanoTime();
        boolean answered = false;
        try {
            List<Sighting> seen = pollers.pollers(frontend, namespace, taskQueue);
            answered = true;
            return seen;
        } finally {
            metrics.gateAsked(GATE, answered, Duration.ofNanos(System.nanoTime() - begin));
        }
    }
}
