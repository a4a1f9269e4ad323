package com.nineminds.temporal.worker.tenant.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A PostgreSQL server that asks one user for his password, and that user's password is changed while the worker runs. */
class PasswordRotationTest {

    private final AtomicReference<String> password = new AtomicReference<>("before");
    private EmbeddedPostgres server;
    private Database database;

    @BeforeEach
    void start(@TempDir Path folder) throws IOException, SQLException {
        Path rules = Files.writeString(folder.resolve("pg_hba.conf"), """
                host all rotating all scram-sha-256
                host all all      all trust
                """);
        server = EmbeddedPostgres.builder()
                .setServerConfig("hba_file", rules.toString())
                .start();
        execute("CREATE ROLE rotating LOGIN PASSWORD 'before'");
        database = Database.open(new DatabaseSettings(
                "localhost", server.getPort(), "postgres", "rotating", password::get, 2, Duration.ofSeconds(2)));
    }

    @AfterEach
    void stop() throws IOException {
        database.close();
        server.close();
    }

    @Test
    void new_connections_have_the_password_of_now_and_those_that_exist_go_on() throws SQLException {
        int before = connection();

        execute("ALTER ROLE rotating PASSWORD 'after'");
        password.set("after");

        assertThat(connection()).as("the connection that exists").isEqualTo(before);
        execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = 'rotating'");
        // A connection that was in use a moment ago is not tried out again: the activity that gets it fails, and is
        // repeated.
        await().ignoreExceptions().until(() -> connection() != before);
    }

    @Test
    void a_password_that_is_out_of_date_is_told_without_being_shown() throws SQLException {
        execute("ALTER ROLE rotating PASSWORD 'after'");

        assertThat(database.problem())
                .hasValueSatisfying(problem -> assertThat(problem).doesNotContain("before", "after"));

        password.set("after");
        assertThat(connection()).isPositive();
    }

    /** The server process behind a connection of the pool. */
    private int connection() {
        return database.inTransaction(handle ->
                handle.createQuery("SELECT pg_backend_pid()").mapTo(int.class).one());
    }

    private void execute(String sql) throws SQLException {
        try (var connection = server.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
