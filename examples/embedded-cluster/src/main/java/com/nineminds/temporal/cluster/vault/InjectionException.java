package com.nineminds.temporal.cluster.vault;

/** The injector refuses a pod; the message names the annotation. */
final class InjectionException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String why;

    InjectionException(String why) {
        super(why);
        this.why = why;
    }

    String why() {
        return why;
    }
}
