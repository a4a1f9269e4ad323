package com.nineminds.temporal.embedded;

import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.HandlerRegistry;
import io.grpc.MethodDescriptor;
import io.grpc.MethodDescriptor.MethodType;
import io.grpc.ServerMethodDefinition;
import io.grpc.stub.ClientCalls;
import io.grpc.stub.ServerCalls;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/** Every method there could be, as one that passes request and answer on as bytes. Temporal's services have unary methods only. */
final class UnaryForwarding extends HandlerRegistry {

    private static final MethodDescriptor.Marshaller<byte[]> BYTES = new MethodDescriptor.Marshaller<>() {
        @Override
        public InputStream stream(byte[] message) {
            return new ByteArrayInputStream(message);
        }

        @Override
        public byte[] parse(InputStream message) {
            try {
                return message.readAllBytes();
            } catch (IOException cutOff) {
                throw new UncheckedIOException(cutOff);
            }
        }
    };

    private final Channel server;

    UnaryForwarding(Channel server) {
        this.server = server;
    }

    @Override
    public ServerMethodDefinition<?, ?> lookupMethod(String name, @Nullable String authority) {
        var method = MethodDescriptor.<byte[], byte[]>newBuilder(BYTES, BYTES)
                .setType(MethodType.UNARY)
                .setFullMethodName(name)
                .build();
        // Deadline and cancellation are the context's, so they go on to the server by themselves.
        return ServerMethodDefinition.create(
                method,
                ServerCalls.asyncUnaryCall((request, answer) ->
                        ClientCalls.asyncUnaryCall(server.newCall(method, CallOptions.DEFAULT), request, answer)));
    }
}
