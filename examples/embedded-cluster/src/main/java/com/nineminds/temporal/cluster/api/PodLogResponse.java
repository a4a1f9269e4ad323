package com.nineminds.temporal.cluster.api;

import com.nineminds.temporal.cluster.write.Target;
import java.util.OptionalInt;

/** Serves {@code pods/log}. */
final class PodLogResponse {
    private PodLogResponse() {}

    static ApiResponse of(PodLogs logs, Target pod, ApiRequest request) {
        PodLogQuery query = new PodLogQuery(
                pod.namespace(),
                pod.name(),
                request.query("container"),
                request.flag("follow"),
                request.flag("previous"),
                request.query("tailLines").isEmpty()
                        ? OptionalInt.empty()
                        : OptionalInt.of((int) request.number("tailLines", 0)));
        return new ApiResponse.Streamed("text/plain", out -> logs.write(query, out));
    }
}
