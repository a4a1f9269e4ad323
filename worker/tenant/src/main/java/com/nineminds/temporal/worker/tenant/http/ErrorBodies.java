package com.nineminds.temporal.worker.tenant.http;

/** What the bodies of a service's errors say. By default nothing that may be shown, or that matters. */
public interface ErrorBodies {

    /** What of it may go into a message, from the space before it on; empty for nothing. */
    default String shown(String body) {
        return "";
    }

    /** Whether the same request may succeed later although its status says otherwise. */
    default boolean passes(String body) {
        return false;
    }
}
