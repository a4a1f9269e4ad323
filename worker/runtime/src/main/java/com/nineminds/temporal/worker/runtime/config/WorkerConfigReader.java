package com.nineminds.temporal.worker.runtime.config;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;

/** Turns settings into a {@link WorkerConfig}. */
final class WorkerConfigReader {

    private final SettingsReader settings;

    WorkerConfigReader(SettingsReader settings) {
        this.settings = settings;
    }

    WorkerConfig read() {
        return new WorkerConfig(
                settings.required(
                        "TEMPORAL_ADDRESS", "the host:port of the Temporal frontend", "", Parsers::hostAndPort),
                settings.optional("TEMPORAL_NAMESPACE", "default", Parsers::text),
                new TemporalAccessReader(settings).read(),
                taskQueues(),
                settings.optional("POD_NAME", hostName(), Parsers::text) + "@"
                        + ProcessHandle.current().pid(),
                health(),
                settings.optional("DRAIN_TIMEOUT", Duration.ofSeconds(45), Parsers::duration),
                settings.optional("STARTUP_TIMEOUT", Duration.ofMinutes(30), Parsers::duration),
                settings.optional("LOG_LEVEL", LogLevel.INFO, Parsers.oneOf(LogLevel.class)),
                settings.secrets().directory(),
                WorkerTuning.read(settings),
                WorkerVersioning.read(settings),
                settings.secrets().redaction(),
                settings.settings());
    }

    private List<String> taskQueues() {
        String variable = settings.settings().get("TEMPORAL_TASK_QUEUES").isPresent()
                ? "TEMPORAL_TASK_QUEUES"
                : "TEMPORAL_TASK_QUEUE";
        if (settings.settings().get(variable).isEmpty()) {
            settings.problem("TEMPORAL_TASK_QUEUES", "is not set: name at least one task queue, several by commas");
            return List.of();
        }
        return settings.optional(variable, List.of(), Parsers::names);
    }

    private InetSocketAddress health() {
        if (!settings.optional("ENABLE_HEALTH_CHECK", true, Parsers::bool)) {
            settings.problem("ENABLE_HEALTH_CHECK", "is false: the probes need the health server, leave it on");
        }
        int port = settings.optional("HEALTH_CHECK_PORT", 8080, Parsers.wholeNumber(0, 65535));
        return settings.optional("POD_IP", new InetSocketAddress(port), ip -> new InetSocketAddress(address(ip), port));
    }

    private static InetAddress address(String ip) {
        // Only literal addresses: a name could resolve to another machine's address.
        if (!ip.matches("[0-9.]+|[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*")) {
            throw new IllegalArgumentException("is '" + ip + "': give the pod's IP address, as status.podIP has it");
        }
        try {
            return InetAddress.getByName(ip);
        } catch (UnknownHostException wrong) {
            throw new IllegalArgumentException(
                    "is '" + ip + "': give the pod's IP address, as status.podIP has it", wrong);
        }
    }

    private static String hostName() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException nameless) {
            return "localhost";
        }
    }
}
