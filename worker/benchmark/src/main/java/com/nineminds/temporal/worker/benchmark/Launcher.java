package com.nineminds.temporal.worker.benchmark;

import com.nineminds.temporal.worker.runtime.sample.SampleWorker;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Starts workers, each in a JVM of its own with this one's class path and nothing of its environment.
 *
 * @param jvmOptions of both kinds, e.g. {@code -Xmx256m}
 * @param log what workers print is appended to it
 */
record Launcher(String address, String namespace, List<String> jvmOptions, Path log) {
    Launcher {
        jvmOptions = List.copyOf(jvmOptions);
    }

    WorkerChild launch(Kind kind, String taskQueue, Limits limits) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(jvmOptions);
        command.addAll(List.of("-cp", System.getProperty("java.class.path")));
        command.addAll(
                switch (kind) {
                    case RUNTIME -> List.of(SampleWorker.class.getName());
                    case PLAIN -> plain(taskQueue, limits);
                });
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().clear();
        if (kind == Kind.RUNTIME) {
            builder.environment().putAll(settings(taskQueue, limits));
        }
        try {
            return new WorkerChild(kind, builder.start(), taskQueue);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> plain(String taskQueue, Limits limits) {
        return List.of(
                // Without it logback, which the runtime brings, would print every call.
                "-Dslf4j.provider=org.slf4j.helpers.NOP_FallbackServiceProvider",
                PlainWorker.class.getName(),
                address,
                namespace,
                taskQueue,
                String.valueOf(limits.slots()),
                String.valueOf(limits.pollers()),
                String.valueOf(limits.cache()));
    }

    private Map<String, String> settings(String taskQueue, Limits limits) {
        return Map.of(
                "TEMPORAL_ADDRESS",
                address,
                "TEMPORAL_NAMESPACE",
                namespace,
                "TEMPORAL_TASK_QUEUES",
                taskQueue,
                "POD_IP",
                "127.0.0.1",
                "HEALTH_CHECK_PORT",
                "0",
                "MAX_CONCURRENT_ACTIVITIES",
                String.valueOf(limits.slots()),
                "MAX_CONCURRENT_WORKFLOWS",
                String.valueOf(limits.slots()),
                "ACTIVITY_POLLERS",
                String.valueOf(limits.pollers()),
                "WORKFLOW_POLLERS",
                String.valueOf(limits.pollers()),
                "WORKFLOW_CACHE_SIZE",
                String.valueOf(limits.cache()));
    }
}
