package com.nineminds.temporal.worker.tenant;

import com.nineminds.temporal.embedded.EmbeddedTemporal;
import com.nineminds.temporal.embedded.EmbeddedTemporalOptions;
import com.nineminds.temporal.worker.tenant.stub.ResendStub;
import com.nineminds.temporal.worker.tenant.stub.StoreStub;
import com.nineminds.temporal.worker.tenant.stub.TestDatabase;
import com.nineminds.temporal.worker.tenant.wire.JsonClient;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/**
 * What a tenant worker talks to, less its database, and how it is told.
 *
 * @param temporal {@code host:port} of the server
 * @param server ends the server, if it is this test's own
 * @param queue that no other test uses
 */
record Surroundings(
        String temporal, AutoCloseable server, String queue, ResendStub resend, StoreStub store, Path directory)
        implements AutoCloseable {

    static final String PEPPER = "pepper-in-a-file";

    /** With a Temporal server of its own. */
    Surroundings(Path directory) {
        this(EmbeddedTemporal.start(EmbeddedTemporalOptions.defaults()), directory);
    }

    private Surroundings(EmbeddedTemporal own, Path directory) {
        this(own.address(), own, "tenant-workflows", new ResendStub(), new StoreStub(), directory);
    }

    /** On the Temporal server at this address, which others may use too. */
    static Surroundings at(String temporal, Path directory) {
        return new Surroundings(
                temporal,
                () -> {},
                "tenant-workflows-" + UUID.randomUUID(),
                new ResendStub(),
                new StoreStub(),
                directory);
    }

    JsonClient client() {
        return new JsonClient(temporal, queue);
    }

    /** Settings for a worker with this database. */
    Map<String, String> environment(TestDatabase database) throws IOException {
        return environment(TestDatabase.port(), database.name());
    }

    Map<String, String> environment(int databasePort, String database) throws IOException {
        Path secrets = Files.createDirectories(directory.resolve("secrets"));
        Files.writeString(secrets.resolve("ALGA_AUTH_KEY"), PEPPER + "\n");
        Files.writeString(secrets.resolve("INTERNAL_API_SHARED_SECRET"), StoreStub.SECRET);
        Files.writeString(secrets.resolve("RESEND_API_KEY"), "re_test");
        return new HashMap<>(Map.ofEntries(
                Map.entry("TEMPORAL_ADDRESS", temporal),
                Map.entry("TEMPORAL_TASK_QUEUE", queue),
                Map.entry("HEALTH_CHECK_PORT", "0"),
                Map.entry("POD_IP", "127.0.0.1"),
                Map.entry("SECRETS_DIR", secrets.toString()),
                Map.entry("DB_HOST", "localhost"),
                Map.entry("DB_PORT", String.valueOf(databasePort)),
                Map.entry("DB_NAME_SERVER", database),
                Map.entry("DB_USER_SERVER", "postgres"),
                Map.entry("DB_PASSWORD_SERVER", "postgres"),
                Map.entry("DB_USER_ADMIN", "postgres"),
                Map.entry("DB_PASSWORD_ADMIN", "postgres"),
                Map.entry("DB_CREATE_PRODUCT_SCHEMA", "true"),
                Map.entry("EMAIL_PROVIDER", "resend"),
                Map.entry("RESEND_BASE_URL", resend.uri().toString()),
                Map.entry("NMSTORE_BASE_URL", store.uri().toString())));
    }

    @Override
    public void close() throws Exception {
        server.close();
        resend.close();
        store.close();
    }
}
