package com.nineminds.temporal.cluster.schema;

/** A value has another type than its field. */
public final class DecodingException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String why;

    DecodingException(String why) {
        super(why);
        this.why = why;
    }

    /** In the words of Go's JSON decoder. */
    public String why() {
        return why;
    }
}
