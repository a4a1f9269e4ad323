package com.nineminds.temporal.operator.gate;

/** Who wants to know what gates say. Called from the runner's threads, so it must not block. */
public interface Audience {
    /** A reading of the worker's gates changed. */
    void changed(WorkerKey worker);

    /** Whether the worker is still there; nothing is measured for one that was deleted. */
    boolean has(WorkerKey worker);
}
