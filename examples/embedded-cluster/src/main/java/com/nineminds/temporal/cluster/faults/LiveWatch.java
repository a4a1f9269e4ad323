package com.nineminds.temporal.cluster.faults;

/** An open watch, as far as faults are concerned with it. */
public final class LiveWatch {
    /** How a watch goes on. */
    public enum Fate {
        RUNNING,
        DROPPED,
        EXPIRED
    }

    private final String resource;
    private final Runnable wake;
    private volatile Fate fate = Fate.RUNNING;

    /** @param wake lets the watch look at its fate */
    public LiveWatch(String resource, Runnable wake) {
        this.resource = resource;
        this.wake = wake;
    }

    public Fate fate() {
        return fate;
    }

    String resource() {
        return resource;
    }

    void end(Fate how) {
        fate = how;
        wake.run();
    }
}
