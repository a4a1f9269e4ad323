package com.nineminds.temporal.worker.tenant;

import com.nineminds.temporal.worker.runtime.WorkerApplication;
import com.nineminds.temporal.worker.runtime.WorkerMain;
import com.nineminds.temporal.worker.runtime.WorkerParts;
import com.nineminds.temporal.worker.runtime.config.SettingsReader;
import com.nineminds.temporal.worker.runtime.config.WorkerConfig;
import com.nineminds.temporal.worker.runtime.registration.Registration;
import com.nineminds.temporal.worker.tenant.config.TenantConfig;
import com.nineminds.temporal.worker.tenant.wire.CompensationPolicy;
import com.nineminds.temporal.worker.tenant.wire.WireJson;
import com.nineminds.temporal.worker.tenant.workflow.TenantWorkflows;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;

/** The process that provisions tenants. */
public final class TenantWorker implements WorkerApplication<TenantConfig> {

    public static void main(String[] arguments) {
        WorkerMain.run(arguments, new TenantWorker());
    }

    /** The original worker's slots; each activity takes a database connection. */
    @Override
    public Map<String, String> defaults() {
        return Map.of("MAX_CONCURRENT_ACTIVITIES", "10", "MAX_CONCURRENT_WORKFLOWS", "10");
    }

    @Override
    public TenantConfig configure(SettingsReader settings, WorkerConfig worker) {
        return TenantConfig.read(settings, worker);
    }

    @Override
    public WorkerParts assemble(TenantConfig configuration, MeterRegistry metrics) {
        return new TenantParts(configuration, metrics).build();
    }

    @Override
    public WorkerParts replayed() {
        var workflows = Registration.builder();
        // A history says which policy it had, so the worker's own is never asked for.
        TenantWorkflows.addTo(workflows, CompensationPolicy.RETAIN);
        return WorkerParts.of(workflows.build()).withDataConverter(WireJson.converter());
    }
}
