package com.nineminds.temporal.worker.runtime.config;

import java.util.Optional;

/**
 * This build as a version of a Worker Deployment.
 *
 * @param behavior of workflow types that declare none
 */
public record WorkerVersioning(String deployment, String buildId, Behavior behavior) {

    /** What a running workflow does when another version becomes the current one. */
    public enum Behavior {
        /** It stays with its version. */
        PINNED,
        /** It goes on on the new one. */
        AUTO_UPGRADE
    }

    /** Off unless {@code TEMPORAL_WORKER_VERSIONING} is true, since a version polls in vain until it has been made current. */
    static Optional<WorkerVersioning> read(SettingsReader settings) {
        if (!settings.optional("TEMPORAL_WORKER_VERSIONING", false, Parsers::bool)) {
            return Optional.empty();
        }
        return Optional.of(new WorkerVersioning(
                settings.required("TEMPORAL_DEPLOYMENT_NAME", "the name of the Worker Deployment", "", Parsers::text),
                settings.required("TEMPORAL_WORKER_BUILD_ID", "what tells this build from others", "", Parsers::text),
                settings.optional("TEMPORAL_VERSIONING_BEHAVIOR", Behavior.PINNED, Parsers.oneOf(Behavior.class))));
    }
}
