package com.nineminds.temporal.worker.runtime.polling;

import io.grpc.ClientStreamTracer;
import io.grpc.ClientStreamTracer.StreamInfo;
import io.grpc.Metadata;

/** Tells when a call's request has gone out on a connection; before that a call only waits for one. */
final class SendingTracer extends ClientStreamTracer.Factory {

    private volatile Runnable sent = () -> {};

    void whenSent(Runnable action) {
        sent = action;
    }

    @Override
    public ClientStreamTracer newClientStreamTracer(StreamInfo info, Metadata headers) {
        return new ClientStreamTracer() {
            @Override
            public void outboundMessageSent(int sequence, long wireSize, long uncompressedSize) {
                sent.run();
            }
        };
    }
}
