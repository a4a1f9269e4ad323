package com.nineminds.temporal.worker.runtime;

/** Why a worker process ended. The numbers follow BSD's {@code sysexits.h} where it has one. */
public enum ExitCode {
    /** Stopped on request; everything that ran was finished. */
    STOPPED(0),
    /** The worker's own code failed at start, or the runtime did. */
    FAILED(70),
    /** Stopped on request, but what still ran at the end of the drain timeout was abandoned; the server will have it retried. */
    ABANDONED(75),
    /** The configuration cannot be used; the log names every variable. */
    CONFIGURATION(78);

    private final int number;

    ExitCode(int number) {
        this.number = number;
    }

    /** What the process exits with. */
    public int number() {
        return number;
    }
}
