package com.nineminds.temporal.cluster.api;

import com.nineminds.temporal.cluster.write.Target;
import java.util.OptionalInt;

/** Serves {@code pods/log}. */
final class PodLogResponse {
    private PodLogResponse() {}

    static ApiResponse of(PodLogs logs, Target pod, ApiRequest request) {
        String tail = request.query("tailLines");
        PodLogQuery query = new PodLogQuery(
                pod.namespace(),
                pod.name(),
                request.query("container"),
                request.flag("follow"),
                request.flag("previous"),
                tail.isEmpty() ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(tail)));
        return new ApiResponse.Streamed("text/plain", out -> logs.write(query, out));
    }
}
