package com.nineminds.temporal.cluster.node;

import com.nineminds.temporal.cluster.node.config.PortMap;
import io.fabric8.kubernetes.api.model.Pod;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * What the containers of one pod share.
 *
 * @param pod its last known state
 * @param directory of the pod on this machine
 * @param thread on which everything about the pod happens
 * @param sync looks at the whole pod again; runs on {@code thread}
 */
record PodContext(
        NodeServices services,
        Supplier<Pod> pod,
        String address,
        Path directory,
        PortMap ports,
        ScheduledExecutorService thread,
        Runnable sync) {
    Instant now() {
        return services.clock().instant();
    }

    void syncAfter(Duration delay) {
        later(delay, sync);
    }

    void later(Duration delay, Runnable task) {
        try {
            thread.schedule(task, Math.max(1, delay.toMillis()), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException ended) {
            // The pod is gone, and with it the reason for the task.
        }
    }

    void onThread(Runnable task) {
        later(Duration.ZERO, task);
    }

    Path volumes() {
        return directory.resolve("volumes");
    }

    /** As messages name a pod: {@code name_namespace(uid)}. */
    String label() {
        var metadata = pod.get().getMetadata();
        return "%s_%s(%s)".formatted(metadata.getName(), metadata.getNamespace(), metadata.getUid());
    }

    Duration grace() {
        Long seconds = pod.get().getSpec().getTerminationGracePeriodSeconds();
        return Duration.ofSeconds(seconds == null ? 30 : seconds);
    }
}
