package com.nineminds.temporal.embedded;

import io.grpc.Grpc;
import io.grpc.HandlerRegistry;
import io.grpc.InsecureChannelCredentials;
import io.grpc.ManagedChannel;
import io.grpc.Server;
import io.grpc.TlsServerCredentials;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;

/**
 * The way into a Temporal server that has none of its own: TLS and, where the options ask for them, client certificates and API keys.
 * What is let in goes on to the server unread and unchanged. It listens on the loopback address, under the name {@code localhost}.
 */
public final class SecureFrontend implements AutoCloseable {

    private final ManagedChannel server;
    private final Server frontend;
    private final int port;

    private SecureFrontend(ManagedChannel server, Server frontend) {
        this.server = server;
        this.frontend = frontend;
        this.port = frontend.getPort();
    }

    /**
     * Starts a frontend of the server at an address, {@code host:port}.
     *
     * @throws UncheckedIOException when the port cannot be had
     * @throws IllegalArgumentException when certificate, key or authorities are not what they have to be
     */
    public static SecureFrontend start(String address, SecureFrontendOptions options) {
        TlsServerCredentials.Builder credentials = credentials(options);
        ManagedChannel server = Grpc.newChannelBuilder(address, InsecureChannelCredentials.create())
                .maxInboundMessageSize(Integer.MAX_VALUE)
                .build();
        try {
            return new SecureFrontend(server, listen(options, credentials, new UnaryForwarding(server)));
        } catch (IOException refused) {
            server.shutdownNow();
            throw new UncheckedIOException(
                    "cannot listen on port " + options.port() + ": end what uses it, or use port 0 for a free one",
                    refused);
        }
    }

    /** {@code localhost:<port>}; the certificate has to be one for {@code localhost}, or clients have to expect another name. */
    public String address() {
        return "localhost:" + port();
    }

    /** Known after the end as well, for the next one on it. */
    public int port() {
        return port;
    }

    /** Ends every call and connection; the server behind it goes on. */
    @Override
    public void close() {
        frontend.shutdownNow();
        server.shutdownNow();
        try {
            frontend.awaitTermination(5, TimeUnit.SECONDS);
            server.awaitTermination(5, TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static Server listen(
            SecureFrontendOptions options, TlsServerCredentials.Builder credentials, HandlerRegistry forwarding)
            throws IOException {
        var loopback = new InetSocketAddress(InetAddress.getLoopbackAddress(), options.port());
        // The keep-alive limits of the real server's frontend; gRPC's own would cut off idle SDK clients.
        var builder = NettyServerBuilder.forAddress(loopback, credentials.build())
                .permitKeepAliveTime(10, TimeUnit.SECONDS)
                .permitKeepAliveWithoutCalls(true)
                .maxInboundMessageSize(Integer.MAX_VALUE)
                .fallbackHandlerRegistry(forwarding);
        options.apiKey().ifPresent(accepted -> builder.intercept(new ApiKeyRule(accepted)));
        return builder.build().start();
    }

    private static TlsServerCredentials.Builder credentials(SecureFrontendOptions options) {
        try {
            var credentials =
                    TlsServerCredentials.newBuilder().keyManager(stream(options.certificate()), stream(options.key()));
            if (options.clientAuthorities().isPresent()) {
                credentials
                        .trustManager(stream(options.clientAuthorities().get()))
                        .clientAuth(TlsServerCredentials.ClientAuth.REQUIRE);
            }
            return credentials;
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static InputStream stream(String pem) {
        return new ByteArrayInputStream(pem.getBytes(StandardCharsets.US_ASCII));
    }
}
