package com.nineminds.temporal.worker.runtime.health;

/** What the worker answers to each kind of probe. Called for every request, so it must be quick and never block. */
public interface Probes {

    /** Not ok asks for a restart; it must not depend on anything outside the process, or an outage restarts the whole fleet. */
    ProbeResult live();

    /** Ok while the worker takes new work. */
    ProbeResult ready();

    /** Ok once the process has set itself up, whether or not Temporal can be reached yet. */
    ProbeResult started();
}
