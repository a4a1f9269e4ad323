package com.nineminds.temporal.worker.tenant.stub;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;

/** A real PostgreSQL server that only one test uses, so that it may be stopped, started again on the same data and port, or fail over. */
public final class OwnPostgres implements AutoCloseable {

    private final Path data;
    private final int port = freePort();
    private EmbeddedPostgres server;

    /** Started, with the database {@code postgres} and no tables. */
    public OwnPostgres(Path data) {
        this.data = data;
        this.server = started();
    }

    public int port() {
        return port;
    }

    public Sql sql() {
        return new Sql(port, "postgres");
    }

    public void stop() {
        try {
            server.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    public void start() {
        server = started();
    }

    /** As a hot standby: it can be read, and writes are refused until {@link #promote}. */
    public void startAsStandby() {
        try {
            Files.createFile(data.resolve("standby.signal"));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        start();
    }

    public void promote() {
        sql().query("SELECT pg_promote()");
    }

    /** For every transaction that begins from now on, also of connections that exist. */
    public void makeReadOnly(boolean value) {
        sql().execute("ALTER SYSTEM SET default_transaction_read_only = " + value);
        sql().query("SELECT pg_reload_conf()");
    }

    @Override
    public void close() {
        stop();
    }

    private EmbeddedPostgres started() {
        try {
            return EmbeddedPostgres.builder()
                    .setDataDirectory(data)
                    .setCleanDataDirectory(false)
                    .setPort(port)
                    .start();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
