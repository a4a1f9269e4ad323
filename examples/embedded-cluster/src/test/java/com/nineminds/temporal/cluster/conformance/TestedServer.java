package com.nineminds.temporal.cluster.conformance;

import com.nineminds.temporal.cluster.EmbeddedCluster;
import com.nineminds.temporal.cluster.EmbeddedClusterOptions;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.http.HttpRequest;
import io.fabric8.kubernetes.client.http.HttpResponse;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The API server under test: the one of TEST_KUBECONFIG, else an embedded one of this JVM. */
final class TestedServer implements AutoCloseable {
    private static final String KUBECONFIG = "TEST_KUBECONFIG";
    private static final String JSON = "application/json";

    private final AutoCloseable cluster;
    private final KubernetesClient client;

    private TestedServer(AutoCloseable cluster, Config config) {
        this.cluster = cluster;
        this.client = new KubernetesClientBuilder()
                .withConfig(new ConfigBuilder(config)
                        .withUserAgent("conformance")
                        .withRequestRetryBackoffLimit(0)
                        .build())
                .build();
    }

    static TestedServer open() {
        if (isReal()) {
            return new TestedServer(
                    () -> {},
                    Config.fromKubeconfig(Path.of(System.getenv(KUBECONFIG)).toFile()));
        }
        EmbeddedCluster cluster = EmbeddedCluster.start(EmbeddedClusterOptions.simulated());
        return new TestedServer(cluster, cluster.apiServer().clientConfig());
    }

    static boolean isReal() {
        String given = System.getenv(KUBECONFIG);
        return given != null && !given.isBlank();
    }

    KubernetesClient client() {
        return client;
    }

    /** Sends a request; headers {@code Content-Type} and {@code Accept} are JSON unless given. */
    Answer send(String method, String path, Map<String, String> headers, String body) throws InterruptedException {
        HttpRequest.Builder request = client.getHttpClient()
                .newHttpRequestBuilder()
                .uri(URI.create(client.getMasterUrl().toString().replaceAll("/$", "") + path))
                .header("Accept", headers.getOrDefault("Accept", JSON))
                .method(method, headers.getOrDefault("Content-Type", JSON), body.isEmpty() ? null : body);
        try {
            HttpResponse<String> response = client.getHttpClient()
                    .sendAsync(request.build(), String.class)
                    .get(60, TimeUnit.SECONDS);
            return Answer.of(response.code(), response.body() == null ? "" : response.body());
        } catch (ExecutionException | TimeoutException failed) {
            throw new IllegalStateException(method + " " + path, failed);
        }
    }

    @Override
    public void close() throws Exception {
        client.close();
        cluster.close();
    }
}
