package com.nineminds.temporal.embedded;

import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.Status;
import io.temporal.api.workflowservice.v1.WorkflowServiceGrpc;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Lets calls with an accepted key in, as Temporal Cloud does: it knows by the header {@code temporal-namespace} what a key opens, and
 * asks for that with every method but GetSystemInfo, so a health check of gRPC's own kind is refused.
 */
final class ApiKeyRule implements ServerInterceptor {

    private static final Metadata.Key<String> AUTHORIZATION =
            Metadata.Key.of("authorization", Metadata.ASCII_STRING_MARSHALLER);
    private static final Metadata.Key<String> NAMESPACE =
            Metadata.Key.of("temporal-namespace", Metadata.ASCII_STRING_MARSHALLER);
    private static final String BEARER = "Bearer ";

    private final Predicate<String> accepted;

    ApiKeyRule(Predicate<String> accepted) {
        this.accepted = accepted;
    }

    @Override
    public <Q, R> ServerCall.Listener<Q> interceptCall(
            ServerCall<Q, R> call, Metadata headers, ServerCallHandler<Q, R> next) {
        Optional<Status> refusal = refusal(call.getMethodDescriptor().getFullMethodName(), headers);
        if (refusal.isEmpty()) {
            return next.startCall(call, headers);
        }
        call.close(refusal.get(), new Metadata());
        return new ServerCall.Listener<>() {};
    }

    private Optional<Status> refusal(String method, Metadata headers) {
        boolean known = Optional.ofNullable(headers.get(AUTHORIZATION))
                .filter(header -> header.startsWith(BEARER))
                .map(header -> header.substring(BEARER.length()))
                .filter(accepted)
                .isPresent();
        if (!known) {
            return Optional.of(Status.UNAUTHENTICATED.withDescription("the API key is missing or not accepted"));
        }
        boolean placed = headers.containsKey(NAMESPACE)
                || method.equals(WorkflowServiceGrpc.getGetSystemInfoMethod().getFullMethodName());
        return placed
                ? Optional.empty()
                : Optional.of(Status.PERMISSION_DENIED.withDescription("the header temporal-namespace is missing"));
    }
}
