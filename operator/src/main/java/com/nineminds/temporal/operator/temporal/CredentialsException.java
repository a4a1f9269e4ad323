package com.nineminds.temporal.operator.temporal;

/** Credentials that are there cannot be used. The message names file and remedy, and shows nothing of what is in the file. */
final class CredentialsException extends Exception {
    private static final long serialVersionUID = 1L;

    CredentialsException(String message) {
        super(message);
    }
}
