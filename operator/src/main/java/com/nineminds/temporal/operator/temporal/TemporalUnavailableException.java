package com.nineminds.temporal.operator.temporal;

/** Temporal gave no answer that could be used. This says nothing about any worker. The message names the address and a remedy. */
public final class TemporalUnavailableException extends Exception {

    /** What stood in the way. */
    public enum Reason {
        /** Nothing answers at the address, or not in time. */
        UNREACHABLE,
        /** The server answers and has no such namespace. */
        NAMESPACE_NOT_FOUND,
        /** Operator and server could not agree on TLS. */
        TLS_FAILED,
        /** The operator's files for this server are not what they should be. */
        CREDENTIALS_UNUSABLE,
        /** The server does not let the operator ask this. */
        PERMISSION_DENIED,
        /** The server answered with another error. */
        REFUSED
    }

    private static final long serialVersionUID = 1L;

    private final Reason reason;

    TemporalUnavailableException(Reason reason, String message, Throwable cause) {
        super(message, cause);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
