package com.nineminds.temporal.worker.tenant.stub;

import com.nineminds.temporal.worker.tenant.database.Database;
import com.nineminds.temporal.worker.tenant.database.DatabaseSettings;
import com.nineminds.temporal.worker.tenant.database.Schema;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** A database of its own on one real PostgreSQL server, which all tests of this process share. */
public final class TestDatabase implements AutoCloseable {

    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final EmbeddedPostgres SERVER = start();
    private static final String TEMPLATE = "template_s";
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private static boolean templateMade;

    private final String name;
    private final Database database;

    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();

    private TestDatabase(String name, int connections, Duration acquireTimeout) {
        this.name = name;
        this.database = Database.open(settings(name, connections, acquireTimeout), metrics);
    }

    /** With the product's tables and the worker's. */
    public static TestDatabase create() {
        return create(10);
    }

    /** The same, with a pool of so many connections. */
    public static TestDatabase create(int connections) {
        return create(connections, PATIENCE);
    }

    /** The same, and nobody waits longer than that for one of them. */
    public static synchronized TestDatabase create(int connections, Duration acquireTimeout) {
        makeTemplate();
        String name = "test_" + COUNT.incrementAndGet();
        sql("postgres").execute("CREATE DATABASE " + name + " TEMPLATE " + TEMPLATE);
        return new TestDatabase(name, connections, acquireTimeout);
    }

    /** Without any tables. */
    public static TestDatabase createEmpty() {
        String name = "test_" + COUNT.incrementAndGet();
        sql("postgres").execute("CREATE DATABASE " + name);
        return new TestDatabase(name, 10, PATIENCE);
    }

    public static int port() {
        return SERVER.getPort();
    }

    public Database open() {
        return database;
    }

    public String name() {
        return name;
    }

    /** Connections of the pool that somebody has and has not given back, up to a second ago: the pool counts once a second. */
    public int connectionsInUse() {
        return (int) metrics.get("hikaricp.connections.active").gauge().value();
    }

    /** How often somebody has waited for a connection in vain. */
    public int acquisitionsGivenUp() {
        return (int) metrics.get("hikaricp.connections.timeout").counter().count();
    }

    public DatabaseSettings settings(int poolSize) {
        return settings(name, poolSize, PATIENCE);
    }

    public Sql sql() {
        return sql(name);
    }

    public void execute(String statement) {
        sql().execute(statement);
    }

    /** See {@link Sql}, as for what follows. */
    public List<String> query(String statement) {
        return sql().query(statement);
    }

    public String value(String statement) {
        return sql().value(statement);
    }

    public Map<String, Integer> rows() {
        return sql().rows();
    }

    public String dump() {
        return sql().dump();
    }

    @Override
    public void close() {
        database.close();
        sql("postgres").execute("DROP DATABASE IF EXISTS " + name + " WITH (FORCE)");
    }

    private static EmbeddedPostgres start() {
        try {
            return EmbeddedPostgres.builder()
                    .setServerConfig("max_connections", "200")
                    .setServerConfig("fsync", "off")
                    .start();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Not in a static initialiser: the pool's threads need this class. */
    private static void makeTemplate() {
        if (!templateMade) {
            sql("postgres").execute("CREATE DATABASE " + TEMPLATE);
            try (var database = Database.open(settings(TEMPLATE, 2, PATIENCE))) {
                Schema.migrate(database, true);
            }
            templateMade = true;
        }
    }

    private static DatabaseSettings settings(String name, int poolSize, Duration acquireTimeout) {
        return new DatabaseSettings(
                "localhost", SERVER.getPort(), name, "postgres", () -> "postgres", poolSize, acquireTimeout);
    }

    private static Sql sql(String database) {
        return new Sql(SERVER.getPort(), database);
    }
}
