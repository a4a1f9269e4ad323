package com.nineminds.temporal.operator.decide;

/**
 * Evidence against a revision, or a wait that is not its fault.
 *
 * @param message the filled template of the reason; names pods, containers, exit codes, never log lines or values
 */
public record Failure(Reason reason, String message) {
    /** A registry may answer with a whole page; the record of it is an annotation. */
    private static final int LONGEST = 1024;

    public Failure {
        message = message.length() <= LONGEST ? message : message.substring(0, LONGEST - 1) + "…";
    }

    public static Failure of(Reason reason, Object... arguments) {
        return new Failure(reason, reason.message(arguments));
    }
}
