package com.nineminds.temporal.worker.runtime.connection;

import com.nineminds.temporal.worker.runtime.config.WorkerConfig;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.util.List;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;

/** Why Temporal could not be reached, and what to look at: one sentence for a log line, a probe or a report, without secrets. */
public final class ConnectionProblem {

    private ConnectionProblem() {}

    /** The address, what the server or the connection said, and advice where there is some. */
    public static String of(WorkerConfig config, StatusRuntimeException refused) {
        List<Throwable> causes = causes(refused);
        String root =
                causes.isEmpty() ? "" : " (" + causes.get(causes.size() - 1).getMessage() + ")";
        String advice = ConnectionAdvice.on(config.access(), refused.getStatus(), causes);
        // gRPC adds what its connection was made of, on further lines.
        String said = String.valueOf(refused.getMessage()).lines().findFirst().orElse("");
        return config.secrets()
                .apply(config.address() + ", namespace " + config.namespace() + ": " + said + root
                        + (advice.isEmpty() ? "" : ": " + advice));
    }

    /** Whether it may be otherwise in a moment: nobody answered, or not to the end. */
    public static boolean isOutage(StatusRuntimeException refused) {
        return refused.getStatus().getCode() == Status.Code.UNAVAILABLE
                && causes(refused).stream().noneMatch(SSLException.class::isInstance);
    }

    /** What was beneath the status, the deepest last. */
    private static List<Throwable> causes(StatusRuntimeException refused) {
        return Stream.iterate(refused.getCause(), cause -> cause != null, Throwable::getCause)
                .limit(20)
                .toList();
    }
}
