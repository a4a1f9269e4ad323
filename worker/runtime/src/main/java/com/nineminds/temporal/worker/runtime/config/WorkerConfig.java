package com.nineminds.temporal.worker.runtime.config;

import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Everything that the runtime itself needs to know.
 *
 * @param address {@code host:port} of the Temporal frontend
 * @param namespace Temporal namespace
 * @param access how the connection to Temporal is protected, and what lets the worker in
 * @param taskQueues at least one, no duplicates; each is polled
 * @param identity what the worker calls itself at the server; contains the pod's name, by which the pod's polls are recognised
 * @param health where the health server listens; port 0 takes a free one
 * @param drainTimeout how long running work may take after the order to stop
 * @param startupTimeout how long the worker waits for Temporal and its dependencies before it gives up
 * @param logLevel of everything that has no level of its own
 * @param secretsDirectory files written by the Vault agent, if there are any
 * @param tuning how much is taken on at once
 * @param versioning this build as a version of a Worker Deployment, if it is to be one
 * @param secrets values that logs leave out
 * @param settings all settings, for what the worker's own code needs
 */
public record WorkerConfig(
        String address,
        String namespace,
        TemporalAccess access,
        List<String> taskQueues,
        String identity,
        InetSocketAddress health,
        Duration drainTimeout,
        Duration startupTimeout,
        LogLevel logLevel,
        Optional<Path> secretsDirectory,
        WorkerTuning tuning,
        Optional<WorkerVersioning> versioning,
        Redaction secrets,
        Settings settings) {

    public WorkerConfig {
        taskQueues = List.copyOf(taskQueues);
    }

    /**
     * Reads and checks the configuration; the variables are described in the module's README.
     *
     * @throws InvalidConfigException with every problem that was found, not only the first
     */
    public static WorkerConfig from(Map<String, String> environment) {
        var settings = new SettingsReader(environment);
        WorkerConfig config = read(settings);
        settings.finish();
        return config;
    }

    /** The same for a reader that others read too; the caller finishes it. */
    public static WorkerConfig read(SettingsReader settings) {
        return new WorkerConfigReader(settings).read();
    }
}
