package com.nineminds.temporal.operator.gate;

/** A provider gave no answer, so nothing is known about the revision. */
public class ProviderException extends Exception {
    private static final long serialVersionUID = 1L;

    public ProviderException(String message, Throwable cause) {
        super(message, cause);
    }

    public ProviderException(String message) {
        super(message);
    }
}
