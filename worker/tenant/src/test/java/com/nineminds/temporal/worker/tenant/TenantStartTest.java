package com.nineminds.temporal.worker.tenant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A worker whose database comes later. */
class TenantStartTest {

    @TempDir
    private Path directory;

    @Test
    void a_worker_that_starts_before_its_database_waits_for_it_and_then_works() throws Exception {
        int databasePort = freePort();
        int healthPort = freePort();
        try (var around = new Surroundings(directory)) {
            Map<String, String> environment = around.environment(databasePort, "postgres");
            environment.put("HEALTH_CHECK_PORT", String.valueOf(healthPort));
            try (var worker = TenantProcess.start(directory, environment);
                    var client = around.client()) {
                await().atMost(Duration.ofMinutes(1)).ignoreExceptions().untilAsserted(() -> {
                    assertThat(get(healthPort, "/readyz").body()).contains("database");
                    assertThat(worker.output()).contains("waiting: database");
                });
                assertThat(get(healthPort, "/readyz").statusCode()).isEqualTo(503);
                assertThat(get(healthPort, "/livez").statusCode()).isEqualTo(200);
                assertThat(worker.process().isAlive()).as(worker.output()).isTrue();

                try (var database =
                        EmbeddedPostgres.builder().setPort(databasePort).start()) {
                    await().atMost(Duration.ofMinutes(2))
                            .until(() -> get(healthPort, "/readyz").statusCode() == 200);
                    var workflow = client.start("tenantCreationWorkflow", "tenant-creation-1", """
                            {"tenantName": "Acme",
                             "adminUser": {"firstName": "Ada", "lastName": "Lovelace", "email": "ada@acme.example"}}""");
                    assertThat(client.result(workflow).path("success").asBoolean())
                            .isTrue();
                    assertThat(worker.process().isAlive()).as(worker.output()).isTrue();
                }
            }
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static HttpResponse<String> get(int port, String path) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
    }
}
