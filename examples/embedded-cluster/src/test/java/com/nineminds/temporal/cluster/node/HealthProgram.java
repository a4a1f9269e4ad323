package com.nineminds.temporal.cluster.node;

import com.nineminds.temporal.cluster.node.image.ImageProgram;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;

/** An image that answers on {@code POD_IP:PORT} with the status that the test asks for, 200 to start with. */
final class HealthProgram implements ImageProgram {
    private final Map<String, Integer> statuses = new ConcurrentHashMap<>();

    void answer(String path, int status) {
        statuses.put(path, status);
    }

    @Override
    public int run(Surroundings surroundings) throws InterruptedException {
        String host = surroundings.env().getOrDefault("POD_IP", "127.0.0.1");
        int port = Integer.parseInt(surroundings.env().getOrDefault("PORT", "8080"));
        try {
            HttpServer http = HttpServer.create(new InetSocketAddress(host, port), 0);
            http.createContext("/", exchange -> {
                int status = statuses.getOrDefault(exchange.getRequestURI().getPath(), 200);
                exchange.sendResponseHeaders(status, -1);
                exchange.close();
            });
            http.start();
            try {
                new CountDownLatch(1).await();
            } finally {
                http.stop(0);
            }
            return 0;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
