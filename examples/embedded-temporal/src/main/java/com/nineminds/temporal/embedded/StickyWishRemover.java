package com.nineminds.temporal.embedded;

import io.grpc.ForwardingServerCallListener.SimpleForwardingServerCallListener;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.temporal.api.workflowservice.v1.RespondWorkflowTaskCompletedRequest;

/**
 * Takes the wish for sticky execution out of completed workflow tasks. The test server would keep the workflow's next tasks for the
 * worker that wished it, for ever, even when that worker has ended. The real server gives them to another worker once the wish's
 * schedule-to-start timeout is over, and at once after ShutdownWorker; without the wish every task goes to the task queue.
 */
final class StickyWishRemover implements ServerInterceptor {

    @Override
    public <Q, R> ServerCall.Listener<Q> interceptCall(
            ServerCall<Q, R> call, Metadata headers, ServerCallHandler<Q, R> next) {
        return new SimpleForwardingServerCallListener<>(next.startCall(call, headers)) {
            @Override
            @SuppressWarnings("unchecked") // the same message type with one field less
            public void onMessage(Q message) {
                super.onMessage(
                        message instanceof RespondWorkflowTaskCompletedRequest completed
                                ? (Q) completed.toBuilder()
                                        .clearStickyAttributes()
                                        .build()
                                : message);
            }
        };
    }
}
