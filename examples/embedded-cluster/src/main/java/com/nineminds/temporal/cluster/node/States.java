package com.nineminds.temporal.cluster.node;

import com.nineminds.temporal.cluster.objects.KubeTime;
import io.fabric8.kubernetes.api.model.ContainerState;
import io.fabric8.kubernetes.api.model.ContainerStateBuilder;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The three states of a container in the API. */
final class States {
    static final String CRASH_LOOP = "CrashLoopBackOff";
    static final String OOM_KILLED = "OOMKilled";

    private States() {}

    static ContainerState waiting(String reason, @Nullable String message) {
        return new ContainerStateBuilder()
                .withNewWaiting()
                .withReason(reason)
                .withMessage(message)
                .endWaiting()
                .build();
    }

    static ContainerState running(Instant since) {
        return new ContainerStateBuilder()
                .withNewRunning(KubeTime.format(since))
                .build();
    }

    static ContainerState terminated(int exitCode, String reason, Instant started, Instant finished) {
        return new ContainerStateBuilder()
                .withNewTerminated()
                .withExitCode(exitCode)
                .withReason(reason)
                .withStartedAt(KubeTime.format(started))
                .withFinishedAt(KubeTime.format(finished))
                .endTerminated()
                .build();
    }

    static ContainerState withMessage(ContainerState terminated, String message) {
        return message.isEmpty()
                ? terminated
                : new ContainerStateBuilder(terminated)
                        .editTerminated()
                        .withMessage(message)
                        .endTerminated()
                        .build();
    }
}
