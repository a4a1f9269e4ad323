package com.nineminds.temporal.worker.runtime.metrics;

import com.uber.m3.tally.RootScopeBuilder;
import com.uber.m3.tally.Scope;
import com.uber.m3.tally.ScopeCloseException;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;

/** The process's metrics: Temporal's SDK (slots, pollers, latencies, failures), the JVM, and what the worker's own code adds. */
public final class WorkerMetrics implements AutoCloseable {

    private static final double REPORT_SECONDS = 1;

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final JvmGcMetrics garbageCollection = new JvmGcMetrics();
    private final Scope scope = new RootScopeBuilder()
            .reporter(new CachingReporter(registry))
            .reportEvery(com.uber.m3.util.Duration.ofSeconds(REPORT_SECONDS));
    private boolean jvmBound;

    /** Where the SDK reports. */
    public Scope temporal() {
        return scope;
    }

    /** Where everybody else does. */
    public MeterRegistry registry() {
        return registry;
    }

    /** In the Prometheus text format, version 0.0.4. */
    public String scrape() {
        bindJvm();
        return registry.scrape();
    }

    @Override
    public void close() {
        try {
            scope.close();
        } catch (ScopeCloseException unreported) {
            // The last second's numbers are lost; nobody scrapes any more.
        }
        garbageCollection.close();
        registry.close();
    }

    /** When it is first asked for: the management beans that it takes would hold up the worker's start. */
    private synchronized void bindJvm() {
        if (!jvmBound) {
            jvmBound = true;
            new JvmMemoryMetrics().bindTo(registry);
            new JvmThreadMetrics().bindTo(registry);
            new ProcessorMetrics().bindTo(registry);
            garbageCollection.bindTo(registry);
        }
    }
}
