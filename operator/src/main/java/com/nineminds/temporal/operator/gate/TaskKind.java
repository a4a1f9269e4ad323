package com.nineminds.temporal.operator.gate;

import java.util.Locale;

/** The two kinds of task that are polled under one task queue name. A worker that lost its workflows goes on polling for activities, and the other way round. */
public enum TaskKind {
    WORKFLOW,
    ACTIVITY;

    String tasks() {
        return name().toLowerCase(Locale.ROOT) + " tasks";
    }
}
