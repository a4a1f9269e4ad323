package com.nineminds.temporal.worker.runtime;

import com.nineminds.temporal.worker.runtime.config.WorkerConfig;
import com.nineminds.temporal.worker.runtime.registration.RegisteredTypes;
import java.util.List;

/**
 * What a build runs and where, as JSON: compared before a rollout, it shows a build that has lost a type.
 *
 * @param deployment and {@code buildId}: as the operator set them, empty without it
 * @param versioned whether the worker polls as that version
 */
public record WorkerManifest(
        String namespace,
        List<String> taskQueues,
        String deployment,
        String buildId,
        boolean versioned,
        RegisteredTypes types) {

    static WorkerManifest of(WorkerConfig config, WorkerParts parts) {
        return new WorkerManifest(
                config.namespace(),
                config.taskQueues(),
                config.settings().get("TEMPORAL_DEPLOYMENT_NAME").orElse(""),
                config.settings().get("TEMPORAL_WORKER_BUILD_ID").orElse(""),
                config.versioning().isPresent(),
                parts.registration().types());
    }
}
