package com.nineminds.temporal.embedded;

import io.temporal.api.deployment.v1.WorkerDeploymentOptions;
import io.temporal.api.enums.v1.TaskQueueKind;
import io.temporal.api.enums.v1.WorkerVersioningMode;
import io.temporal.api.taskqueue.v1.PollerInfo;
import io.temporal.api.taskqueue.v1.TaskQueue;
import io.temporal.api.taskqueue.v1.TaskQueueMetadata;
import io.temporal.api.workflowservice.v1.PollActivityTaskQueueRequest;
import io.temporal.api.workflowservice.v1.PollWorkflowTaskQueueRequest;
import java.util.Optional;

/**
 * One poll as a worker sent it.
 *
 * @param taskQueue the task queue that a sticky queue belongs to, else the polled queue's own name
 * @param poller what the server tells about the worker, without the time
 */
record Poll(PolledQueue queue, String taskQueue, boolean sticky, PollerInfo poller) {

    /** What the real server reports for a worker that sets no limit ({@code defaultTaskDispatchRPS}). */
    private static final double UNLIMITED = 100_000;

    /** The poll in a request, if it is one and names its worker: the real server keeps no anonymous pollers. */
    @SuppressWarnings("deprecation") // workers that use the deprecated capabilities are still reported with them
    static Optional<Poll> in(Object request) {
        var poller = PollerInfo.newBuilder();
        if (request instanceof PollWorkflowTaskQueueRequest poll) {
            poller.setIdentity(poll.getIdentity()).setRatePerSecond(UNLIMITED);
            poller.setWorkerVersionCapabilities(poll.getWorkerVersionCapabilities());
            if (poll.hasDeploymentOptions()) {
                poller.setDeploymentOptions(poll.getDeploymentOptions());
            }
            return named(poll.getNamespace(), poll.getTaskQueue(), PollKind.WORKFLOW, poller.build());
        }
        if (request instanceof PollActivityTaskQueueRequest poll) {
            poller.setIdentity(poll.getIdentity()).setRatePerSecond(rate(poll.getTaskQueueMetadata()));
            poller.setWorkerVersionCapabilities(poll.getWorkerVersionCapabilities());
            if (poll.hasDeploymentOptions()) {
                poller.setDeploymentOptions(poll.getDeploymentOptions());
            }
            return named(poll.getNamespace(), poll.getTaskQueue(), PollKind.ACTIVITY, poller.build());
        }
        return Optional.empty();
    }

    /** {@code <deployment name>:<build id>}, absent for a worker without Worker Versioning. */
    Optional<String> deploymentVersion() {
        WorkerDeploymentOptions options = poller.getDeploymentOptions();
        return options.getWorkerVersioningMode() == WorkerVersioningMode.WORKER_VERSIONING_MODE_VERSIONED
                ? Optional.of(options.getDeploymentName() + ":" + options.getBuildId())
                : Optional.empty();
    }

    private static Optional<Poll> named(String namespace, TaskQueue queue, PollKind kind, PollerInfo poller) {
        if (poller.getIdentity().isEmpty()) {
            return Optional.empty();
        }
        boolean sticky = queue.getKind() == TaskQueueKind.TASK_QUEUE_KIND_STICKY;
        String taskQueue = sticky && !queue.getNormalName().isEmpty() ? queue.getNormalName() : queue.getName();
        return Optional.of(new Poll(new PolledQueue(namespace, queue.getName(), kind), taskQueue, sticky, poller));
    }

    private static double rate(TaskQueueMetadata metadata) {
        return metadata.hasMaxTasksPerSecond() ? metadata.getMaxTasksPerSecond().getValue() : UNLIMITED;
    }
}
