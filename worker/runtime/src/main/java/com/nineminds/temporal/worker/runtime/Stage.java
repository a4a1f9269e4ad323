package com.nineminds.temporal.worker.runtime;

/** Where a worker is in its life; the stages follow each other in this order, FAILED and DRAINING may follow any. */
enum Stage {
    REGISTERING("registering workflows and activities"),
    PREPARING("waiting for what the worker needs"),
    CONNECTING("connecting to Temporal"),
    POLLING("polling"),
    FAILED("failed"),
    DRAINING("draining: finishing what runs, taking nothing new"),
    STOPPED("stopped");

    private final String description;

    Stage(String description) {
        this.description = description;
    }

    String description() {
        return description;
    }
}
