package com.nineminds.temporal.worker.runtime;

import com.nineminds.temporal.worker.runtime.config.WorkerConfig;
import java.util.HashMap;
import java.util.Map;

/** Settings of a sample worker in this process. */
final class GreetingWorkerConfig {

    private GreetingWorkerConfig() {}

    /** @param settings beside those that every such worker has */
    static WorkerConfig at(String address, Map<String, String> settings) {
        return WorkerConfig.from(with(
                Map.of(
                        "TEMPORAL_ADDRESS", address,
                        "TEMPORAL_TASK_QUEUE", "greetings",
                        "POD_IP", "127.0.0.1",
                        "HEALTH_CHECK_PORT", "0"),
                settings));
    }

    static Map<String, String> with(Map<String, String> some, Map<String, String> more) {
        var all = new HashMap<>(some);
        all.putAll(more);
        return all;
    }
}
