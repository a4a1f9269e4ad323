package com.nineminds.temporal.worker.tenant.stub;

import com.nineminds.temporal.worker.tenant.database.Database;
import com.nineminds.temporal.worker.tenant.database.DatabaseSettings;
import com.nineminds.temporal.worker.tenant.database.Schema;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;

/** A database of its own on one real PostgreSQL server, which all tests of this process share. */
public final class TestDatabase implements AutoCloseable {

    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final EmbeddedPostgres SERVER = start();
    private static final String TEMPLATE = "template_s";

    private static boolean templateMade;

    private final String name;
    private final Database database;

    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();

    private TestDatabase(String name, int connections) {
        this.name = name;
        this.database = Database.open(settings(name, connections), metrics);
    }

    /** With the product's tables and the worker's. */
    public static TestDatabase create() {
        return create(10);
    }

    /** The same, with a pool of so many connections. */
    public static synchronized TestDatabase create(int connections) {
        makeTemplate();
        String name = "test_" + COUNT.incrementAndGet();
        execute("postgres", "CREATE DATABASE " + name + " TEMPLATE " + TEMPLATE);
        return new TestDatabase(name, connections);
    }

    /** Without any tables. */
    public static TestDatabase createEmpty() {
        String name = "test_" + COUNT.incrementAndGet();
        execute("postgres", "CREATE DATABASE " + name);
        return new TestDatabase(name, 10);
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

    /** Connections of the pool that somebody has and has not given back. */
    public int connectionsInUse() {
        return (int) metrics.get("hikaricp.connections.active").gauge().value();
    }

    public DatabaseSettings settings(int poolSize) {
        return settings(name, poolSize);
    }

    public void execute(String sql) {
        execute(name, sql);
    }

    /** First column of every row, as text. */
    public List<String> query(String sql) {
        try (var connection = DriverManager.getConnection(url(name));
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            List<String> values = new ArrayList<>();
            while (rows.next()) {
                values.add(String.valueOf(rows.getString(1)));
            }
            return values;
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    public String value(String sql) {
        List<String> values = query(sql);
        if (values.size() != 1) {
            throw new AssertionError("expected one row, got " + values + " from " + sql);
        }
        return values.get(0);
    }

    /** How many rows each of the product's tables has; tables without rows are left out. */
    public Map<String, Integer> rows() {
        Map<String, Integer> counts = new TreeMap<>();
        for (String table : query("SELECT tablename FROM pg_tables WHERE schemaname = 'public'")) {
            int count = Integer.parseInt(value("SELECT count(*) FROM " + table));
            if (count > 0) {
                counts.put(table, count);
            }
        }
        return counts;
    }

    /** Everything that is written anywhere, to look for what must not be. */
    public String dump() {
        var dump = new StringBuilder();
        query("SELECT format('%I.%I', schemaname, tablename) FROM pg_tables"
                        + " WHERE schemaname IN ('public', 'worker')")
                .forEach(table -> query("SELECT t::text FROM " + table + " t")
                        .forEach(row -> dump.append(row).append('\n')));
        return dump.toString();
    }

    @Override
    public void close() {
        database.close();
        execute("postgres", "DROP DATABASE IF EXISTS " + name + " WITH (FORCE)");
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
            execute("postgres", "CREATE DATABASE " + TEMPLATE);
            try (var database = Database.open(settings(TEMPLATE, 2))) {
                Schema.migrate(database, true);
            }
            templateMade = true;
        }
    }

    private static DatabaseSettings settings(String name, int poolSize) {
        return new DatabaseSettings(
                "localhost", SERVER.getPort(), name, "postgres", () -> "postgres", poolSize, Duration.ofSeconds(10));
    }

    private static void execute(String database, String sql) {
        try (var connection = DriverManager.getConnection(url(database));
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static String url(String database) {
        return "jdbc:postgresql://localhost:" + SERVER.getPort() + "/" + database + "?user=postgres&password=postgres";
    }
}
