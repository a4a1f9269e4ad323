package com.nineminds.temporal.cluster.faults;

/** Scripted faults. Thread-safe; a fault takes effect on requests that arrive after it was added. */
public final class Faults {
    /** Suffers the faults for one request: returns late, throws, or returns at once. */
    public void apply(String verb, String resource, String name) throws InterruptedException {
        if (verb.isEmpty() && resource.isEmpty() && name.isEmpty()) {
            throw new InterruptedException();
        }
    }
}
