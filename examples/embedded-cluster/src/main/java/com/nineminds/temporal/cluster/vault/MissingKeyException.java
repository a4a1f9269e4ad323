package com.nineminds.temporal.cluster.vault;

/** A secret has no such key; the message is that of Go's templates. */
final class MissingKeyException extends Exception {
    private static final long serialVersionUID = 1L;

    MissingKeyException(String key) {
        super("map has no entry for key \"" + key + "\"");
    }
}
