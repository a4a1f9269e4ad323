package com.nineminds.temporal.operator.resources;

import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.Probe;
import io.fabric8.kubernetes.api.model.ProbeBuilder;

/** Three questions that differ: has it started, is it alive, can it work. */
final class WorkerProbes {
    private WorkerProbes() {}

    /** Asks often, so that a start is seen at once, and for five minutes, since a worker may wait for a database. */
    static Probe startup() {
        return probe("/startup")
                .withPeriodSeconds(2)
                .withTimeoutSeconds(2)
                .withFailureThreshold(150)
                .build();
    }

    /** Patient: a restart throws running activities away. */
    static Probe liveness() {
        return probe("/livez").withPeriodSeconds(30).withTimeoutSeconds(10).build();
    }

    static Probe readiness() {
        return probe("/readyz").withPeriodSeconds(5).withTimeoutSeconds(5).build();
    }

    private static ProbeBuilder probe(String path) {
        return new ProbeBuilder()
                .withNewHttpGet()
                .withPath(path)
                .withPort(new IntOrString(WorkerContainer.HEALTH_PORT))
                .endHttpGet();
    }
}
