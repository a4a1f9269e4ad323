package com.nineminds.temporal.cluster.store;

/** A watch asked for changes that the log no longer holds. */
public final class ExpiredRevisionException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ExpiredRevisionException(long asked, long oldest) {
        super("too old resource version: " + asked + " (" + oldest + ")");
    }
}
