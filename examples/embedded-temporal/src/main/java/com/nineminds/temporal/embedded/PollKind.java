package com.nineminds.temporal.embedded;

import io.temporal.api.enums.v1.TaskQueueType;

/** The two kinds of task that a worker polls for. */
public enum PollKind {
    WORKFLOW(TaskQueueType.TASK_QUEUE_TYPE_WORKFLOW),
    ACTIVITY(TaskQueueType.TASK_QUEUE_TYPE_ACTIVITY);

    private final TaskQueueType type;

    PollKind(TaskQueueType type) {
        this.type = type;
    }

    TaskQueueType type() {
        return type;
    }

    /** The kind of a request; like the real server, one that does not say asks for workflow tasks. */
    static PollKind of(TaskQueueType type) {
        return type == TaskQueueType.TASK_QUEUE_TYPE_ACTIVITY ? ACTIVITY : WORKFLOW;
    }
}
