package com.nineminds.temporal.worker.runtime;

/** Why a worker process ended. The numbers follow BSD's {@code sysexits.h} where it has one. */
public enum ExitCode {
    /** Stopped on request; everything that ran was finished. Or: the check or the replay found nothing wrong. */
    STOPPED(0),
    /** The command line cannot be understood. */
    USAGE(2),
    /** A history does not replay with this build's workflows. */
    REPLAY_FAILED(4),
    /** Temporal or something else that the worker needs could not be reached in time. */
    UNAVAILABLE(69),
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
