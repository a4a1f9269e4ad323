package com.nineminds.temporal.worker.runtime.dependency;

import java.util.Optional;

/** Something outside the process, such as a database. */
public interface Dependency {

    /** For messages: one word. */
    String name();

    /** Done before polling begins, again and again until it does not throw. */
    default void prepare() {}

    /**
     * Why it cannot be used now; empty when it can. Asked every few seconds, on a thread that waits for nothing else; while it
     * does not answer the worker is not ready.
     */
    Optional<String> problem();
}
