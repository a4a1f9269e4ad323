package com.nineminds.temporal.operator.metrics;

import io.fabric8.kubernetes.client.http.AsyncBody;
import io.fabric8.kubernetes.client.http.HttpRequest;
import io.fabric8.kubernetes.client.http.HttpResponse;
import io.fabric8.kubernetes.client.http.Interceptor;
import java.net.URI;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Locale;

/** Counts what the API server answers, tries that are repeated included. */
public final class ApiCalls implements Interceptor {
    /** {@code /api/v1/} and {@code /apis/GROUP/VERSION/} in front of a resource. */
    private static final String PREFIX = "^(/api/[^/]+|/apis/[^/]+/[^/]+)/";

    private final OperatorMetrics metrics;

    public ApiCalls(OperatorMetrics metrics) {
        this.metrics = metrics;
    }

    @Override
    public void after(HttpRequest request, HttpResponse<?> response, AsyncBody.Consumer<List<ByteBuffer>> consumer) {
        metrics.apiAnswered(verb(request.method(), request.uri()), String.valueOf(response.code()));
    }

    @Override
    public void afterConnectionFailure(HttpRequest request, Throwable failure) {
        metrics.apiAnswered(verb(request.method(), request.uri()), "none");
    }

    /** @return the verb as Kubernetes has it in its rules */
    static String verb(String method, URI uri) {
        return switch (method) {
            case "GET" -> reading(uri);
            case "POST" -> "create";
            case "PUT" -> "update";
            default -> method.toLowerCase(Locale.ROOT);
        };
    }

    private static String reading(URI uri) {
        String query = uri.getQuery();
        if (query != null && query.contains("watch=true")) {
            return "watch";
        }
        String resource = uri.getPath().replaceFirst(PREFIX, "").replaceFirst("^namespaces/[^/]+/", "");
        return resource.contains("/") ? "get" : "list";
    }
}
