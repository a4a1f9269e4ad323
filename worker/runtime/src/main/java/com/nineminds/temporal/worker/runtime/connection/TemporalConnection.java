package com.nineminds.temporal.worker.runtime.connection;

import com.nineminds.temporal.worker.runtime.config.TlsSettings;
import com.nineminds.temporal.worker.runtime.config.WorkerConfig;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;

/** The one place that says how Temporal is reached. */
public final class TemporalConnection {

    private TemporalConnection() {}

    /** Options of a connection of its own, to which the caller may add what is not about reaching the server. */
    public static WorkflowServiceStubsOptions.Builder options(WorkerConfig config) {
        var options = WorkflowServiceStubsOptions.newBuilder().setTarget(config.address());
        config.access().apiKey().map(RotatedApiKey::new).ifPresent(key -> options.addApiKey(key::reveal));
        config.access().tls().ifPresent(tls -> protect(options, tls));
        return options;
    }

    private static void protect(WorkflowServiceStubsOptions.Builder options, TlsSettings tls) {
        options.setSslContext(RotatingSslContext.of(tls));
        tls.serverName().ifPresent(name -> options.setChannelInitializer(channel -> channel.overrideAuthority(name)));
    }
}
