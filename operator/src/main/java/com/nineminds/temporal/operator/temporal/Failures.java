package com.nineminds.temporal.operator.temporal;

import com.nineminds.temporal.operator.temporal.TemporalUnavailableException.Reason;
import io.grpc.Status;

/** Says in the operator's words why a call failed. */
final class Failures {

    private Failures() {}

    static TemporalUnavailableException of(TemporalEndpoint endpoint, Throwable cause) {
        Status status = Status.fromThrowable(cause);
        String answer = answer(status);
        String server = "Temporal at " + endpoint.address();
        return switch (status.getCode()) {
            case UNAVAILABLE, DEADLINE_EXCEEDED, CANCELLED ->
                failure(
                        Reason.UNREACHABLE,
                        server + " cannot be reached (" + answer
                                + "): check spec.temporal.address, that the frontend runs, and that "
                                + "network policies let the operator connect to it",
                        cause);
            case NOT_FOUND ->
                failure(
                        Reason.NAMESPACE_NOT_FOUND,
                        server + " has no namespace " + endpoint.namespace() + " (" + answer
                                + "): create it, or correct spec.temporal.namespace",
                        cause);
            case PERMISSION_DENIED, UNAUTHENTICATED ->
                failure(
                        Reason.PERMISSION_DENIED,
                        server + " does not let the operator look at namespace " + endpoint.namespace() + " (" + answer
                                + "): grant it read access to the namespace (ListTaskQueuePartitions, DescribeTaskQueue)",
                        cause);
            default ->
                failure(
                        Reason.REFUSED,
                        server + " answered " + answer + ": look at the frontend's log for this call",
                        cause);
        };
    }

    /** What gRPC says of a missed deadline has measured times in it and is never the same twice, which nobody would know from news. */
    private static String answer(Status status) {
        return status.getDescription() == null || status.getCode() == Status.Code.DEADLINE_EXCEEDED
                ? status.getCode().toString()
                : status.getCode() + ": " + status.getDescription();
    }

    private static TemporalUnavailableException failure(Reason reason, String message, Throwable cause) {
        return new TemporalUnavailableException(reason, message, cause);
    }
}
