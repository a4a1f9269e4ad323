package com.nineminds.temporal.cluster.api;

import com.nineminds.temporal.cluster.faults.Faults;
import com.sun.net.httpserver.HttpServer;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A small Kubernetes API server in memory: plain HTTP on the loopback interface, for trying and testing. It knows no
 * users, keeps nothing on disk and runs no controllers but garbage collection and namespace deletion.
 */
public final class ApiServer implements AutoCloseable {
    static {
        // Without it every response on a kept connection waits for the client's delayed acknowledgement.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private final HttpServer http;
    private final ExecutorService threads;
    private final Parts parts;

    private ApiServer(HttpServer http, ExecutorService threads, Parts parts) {
        this.http = http;
        this.threads = threads;
        this.parts = parts;
    }

    /**
     * Starts a server; it answers when this returns.
     *
     * @throws UncheckedIOException when the port is taken
     */
    public static ApiServer start(ApiServerOptions options) {
        Parts parts = Parts.assemble(options);
        try {
            HttpServer http =
                    HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), options.port()), 0);
            ExecutorService threads = Executors.newCachedThreadPool(ApiServer::thread);
            http.setExecutor(threads);
            http.createContext("/", new HttpFrontend(parts.dispatcher()));
            http.start();
            return new ApiServer(http, threads, parts);
        } catch (IOException failed) {
            throw new UncheckedIOException(
                    "the API server cannot listen on port " + options.port() + "; choose another or 0", failed);
        }
    }

    public URI url() {
        return URI.create("http://127.0.0.1:" + http.getAddress().getPort());
    }

    /** A client configuration for this server alone: nothing is taken from the environment. */
    public Config clientConfig() {
        return new ConfigBuilder(Config.empty())
                .withMasterUrl(url().toString())
                .withNamespace("default")
                .withOnlyHttpWatches(true)
                .build();
    }

    public Faults faults() {
        return parts.faults();
    }

    public RequestCounts requests() {
        return parts.requests();
    }

    /** A kubeconfig for this server, as YAML. */
    public String kubeconfig() {
        return """
                apiVersion: v1
                kind: Config
                clusters: [{name: embedded, cluster: {server: "%s"}}]
                users: [{name: anyone, user: {}}]
                contexts: [{name: embedded, context: {cluster: embedded, user: anyone}}]
                current-context: embedded
                """.formatted(url());
    }

    @Override
    public void close() {
        http.stop(0);
        threads.shutdownNow();
        parts.close();
    }

    private static final AtomicInteger THREADS = new AtomicInteger();

    private static Thread thread(Runnable task) {
        Thread thread = new Thread(task, "api-server-" + THREADS.incrementAndGet());
        thread.setDaemon(true);
        return thread;
    }
}
