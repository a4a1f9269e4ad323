package com.nineminds.temporal.embedded;

import io.grpc.Context;
import io.grpc.ForwardingServerCall.SimpleForwardingServerCall;
import io.grpc.ForwardingServerCallListener.SimpleForwardingServerCallListener;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.Status;
import java.time.Clock;
import java.util.Optional;

/** Notes every poll that passes, when it begins and when it ends, and changes none. */
final class PollObserver implements ServerInterceptor {

    private final PollerHistory history;
    private final Clock clock;

    PollObserver(PollerHistory history, Clock clock) {
        this.history = history;
        this.clock = clock;
    }

    @Override
    public <Q, R> ServerCall.Listener<Q> interceptCall(
            ServerCall<Q, R> call, Metadata headers, ServerCallHandler<Q, R> next) {
        var observed = new ObservedCall<>(call);
        return new SimpleForwardingServerCallListener<>(next.startCall(observed, headers)) {
            @Override
            public void onMessage(Q message) {
                observed.began(Poll.in(message));
                super.onMessage(message);
            }
        };
    }

    private final class ObservedCall<Q, R> extends SimpleForwardingServerCall<Q, R> {

        // The call's own isCancelled() turns true only after the handler has returned; its context says so at once.
        private final Context context = Context.current();
        private volatile Optional<Poll> poll = Optional.empty();

        ObservedCall(ServerCall<Q, R> call) {
            super(call);
        }

        void began(Optional<Poll> begun) {
            poll = begun;
            begun.ifPresent(it -> history.accessed(it, clock.instant()));
        }

        @Override
        public void close(Status status, Metadata trailers) {
            if (!context.isCancelled()) {
                poll.ifPresent(it -> history.accessed(it, clock.instant()));
            }
            super.close(status, trailers);
        }
    }
}
