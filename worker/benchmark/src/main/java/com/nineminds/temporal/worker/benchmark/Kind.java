package com.nineminds.temporal.worker.benchmark;

/** On what a worker is built. */
enum Kind {
    /** {@code WorkerMain}: logs, metrics, health server. */
    RUNTIME,
    /** {@link PlainWorker}: the Temporal Java SDK and nothing else. */
    PLAIN
}
