package com.nineminds.temporal.worker.runtime;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/** Probes a worker like the kubelet does. */
record HealthEndpoint(int port) {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    int status(String path) {
        return request("GET", path).statusCode();
    }

    String body(String path) {
        return request("GET", path).body();
    }

    /** Not there yet is not ready. */
    boolean isReady() {
        try {
            return status("/readyz") == 200;
        } catch (UncheckedIOException absent) {
            return false;
        }
    }

    HttpResponse<String> request(String method, String path) {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .method(method, HttpRequest.BodyPublishers.noBody())
                .build();
        try {
            return CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException absent) {
            throw new UncheckedIOException(absent);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
