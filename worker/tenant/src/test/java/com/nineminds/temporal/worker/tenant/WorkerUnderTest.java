package com.nineminds.temporal.worker.tenant;

import com.nineminds.temporal.worker.runtime.WorkerRuntime;
import com.nineminds.temporal.worker.runtime.config.SettingsReader;
import com.nineminds.temporal.worker.runtime.config.WorkerConfig;
import com.nineminds.temporal.worker.runtime.metrics.WorkerMetrics;
import com.nineminds.temporal.worker.tenant.config.TenantConfig;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;

/** The tenant worker in this process, from its environment to its probes as in a process of its own. */
record WorkerUnderTest(WorkerRuntime runtime) implements AutoCloseable {

    static WorkerUnderTest start(Map<String, String> environment) {
        var application = new TenantWorker();
        var settings = new SettingsReader(environment, application.defaults());
        WorkerConfig config = WorkerConfig.read(settings);
        TenantConfig tenants = application.configure(settings, config);
        settings.finish();
        var metrics = new WorkerMetrics();
        return new WorkerUnderTest(
                WorkerRuntime.start(config, application.assemble(tenants, metrics.registry()), metrics));
    }

    boolean isReady() {
        return get("/readyz").statusCode() == 200;
    }

    boolean isAlive() {
        return get("/livez").statusCode() == 200;
    }

    /** Why it is not ready. */
    String readiness() {
        return get("/readyz").body();
    }

    private HttpResponse<String> get(String path) {
        var request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + runtime.healthAddress().getPort() + path))
                .build();
        try {
            return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException | InterruptedException failed) {
            throw new IllegalStateException(failed);
        }
    }

    @Override
    public void close() {
        runtime.close();
    }
}
