package com.nineminds.temporal.operator.temporal;

import io.temporal.api.enums.v1.TaskQueueType;

/** The two kinds of task that are polled under one task queue name. */
public enum TaskQueueKind {
    WORKFLOW(TaskQueueType.TASK_QUEUE_TYPE_WORKFLOW),
    ACTIVITY(TaskQueueType.TASK_QUEUE_TYPE_ACTIVITY);

    private final TaskQueueType type;

    TaskQueueKind(TaskQueueType type) {
        this.type = type;
    }

    TaskQueueType type() {
        return type;
    }
}
