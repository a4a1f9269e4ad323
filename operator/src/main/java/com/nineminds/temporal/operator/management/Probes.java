package com.nineminds.temporal.operator.management;

/** What the kubelet asks. Both answer at once, from memory: no probe waits for the API server. */
public interface Probes {
    /** False only if nothing but a restart helps. An API server that is away is no such case. */
    ProbeResult live();

    /** False while the operator could not do its work, as leader or as the standby that takes over. */
    ProbeResult ready();
}
