package com.nineminds.temporal.cluster.api;

import com.nineminds.temporal.cluster.admission.Admission;
import java.time.Clock;
import java.util.List;

/**
 * How an API server is started.
 *
 * @param port on the loopback interface; 0 takes a free one
 * @param admissions plug-ins in the order in which they run
 * @param logs where {@code pods/log} comes from
 * @param clock for every time that the server writes
 */
public record ApiServerOptions(int port, List<Admission> admissions, PodLogs logs, Clock clock) {
    public static ApiServerOptions defaults() {
        return new ApiServerOptions(0, List.of(), PodLogs.NONE, Clock.systemUTC());
    }

    public ApiServerOptions withPort(int otherPort) {
        return new ApiServerOptions(otherPort, admissions, logs, clock);
    }

    public ApiServerOptions withAdmissions(List<Admission> otherAdmissions) {
        return new ApiServerOptions(port, otherAdmissions, logs, clock);
    }

    public ApiServerOptions withLogs(PodLogs otherLogs) {
        return new ApiServerOptions(port, admissions, otherLogs, clock);
    }

    public ApiServerOptions withClock(Clock otherClock) {
        return new ApiServerOptions(port, admissions, logs, otherClock);
    }
}
