package com.nineminds.temporal.worker.tenant.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.SQLExceptionOverride;
import com.zaxxer.hikari.util.Credentials;
import io.micrometer.core.instrument.MeterRegistry;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A pool of connections to one database. Opening it connects to nothing yet. A connection that a failover has left on a standby is
 * found before it is handed out, or thrown away by the first write that fails.
 */
public final class Database implements AutoCloseable {

    /** Fails with division by zero unless this connection can write. */
    private static final String WRITABLE = "SELECT 1 / (CASE WHEN pg_is_in_recovery()"
            + " OR current_setting('transaction_read_only')::boolean THEN 0 ELSE 1 END)";
    /** Local to the transaction: behind a pooler a session's settings would reach others. */
    private static final String LIMITS = "SELECT set_config('statement_timeout', '15s', true),"
            + " set_config('lock_timeout', '10s', true), set_config('idle_in_transaction_session_timeout', '60s', true)";

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);
    private static final Duration SOCKET_TIMEOUT = Duration.ofSeconds(20);
    private static final Duration VALIDATION_TIMEOUT = Duration.ofSeconds(3);

    private final HikariDataSource pool;
    private final Jdbi jdbi;

    private Database(HikariDataSource pool) {
        this.pool = pool;
        this.jdbi = Jdbi.create(pool);
    }

    public static Database open(DatabaseSettings settings) {
        return new Database(new HikariDataSource(config(settings)));
    }

    /** The same, with the pool's connections in use, idle and waited for as metrics named {@code hikaricp_*}. */
    public static Database open(DatabaseSettings settings, MeterRegistry metrics) {
        HikariConfig config = config(settings);
        config.setMetricRegistry(metrics);
        return new Database(new HikariDataSource(config));
    }

    private static HikariConfig config(DatabaseSettings settings) {
        var config = new HikariConfig();
        config.setPoolName("database");
        config.setDataSource(server(settings));
        config.setCredentialsProvider(
                () -> Credentials.of(settings.user(), settings.password().get()));
        config.setMaximumPoolSize(settings.poolSize());
        config.setMinimumIdle(1);
        config.setConnectionTimeout(settings.acquireTimeout().toMillis());
        config.setValidationTimeout(Math.min(
                VALIDATION_TIMEOUT.toMillis(), settings.acquireTimeout().toMillis()));
        config.setConnectionTestQuery(WRITABLE);
        config.setInitializationFailTimeout(-1);
        config.setExceptionOverride(new ReadOnlyConnections());
        return config;
    }

    private static PGSimpleDataSource server(DatabaseSettings settings) {
        var server = new PGSimpleDataSource();
        server.setServerNames(new String[] {settings.host()});
        server.setPortNumbers(new int[] {settings.port()});
        server.setDatabaseName(settings.database());
        server.setApplicationName("tenant-worker");
        server.setConnectTimeout((int) CONNECT_TIMEOUT.toSeconds());
        server.setSocketTimeout((int) SOCKET_TIMEOUT.toSeconds());
        server.setTcpKeepAlive(true);
        return server;
    }

    /**
     * Does all of the work or none of it.
     *
     * @throws io.temporal.failure.ApplicationFailure by type, see {@link SqlFailures}; what {@code work} throws is passed on
     */
    public <T> T inTransaction(Function<Handle, T> work) {
        try {
            return jdbi.inTransaction(handle -> {
                handle.execute(LIMITS);
                return work.apply(handle);
            });
        } catch (JdbiException failed) {
            throw SqlFailures.from(failed);
        }
    }

    /** Why nothing can be written now; empty when it can. Takes up to the acquire timeout. */
    public Optional<String> problem() {
        try {
            jdbi.useHandle(handle -> handle.execute(WRITABLE));
            return Optional.empty();
        } catch (JdbiException failed) {
            return Optional.of(SqlFailures.describe(failed));
        }
    }

    /** For migrations. */
    DataSource dataSource() {
        return pool;
    }

    @Override
    public void close() {
        pool.close();
    }

    private static final class ReadOnlyConnections implements SQLExceptionOverride {

        // The interface has an enum of that name.
        @java.lang.Override
        public Override adjudicate(SQLException failed) {
            return SqlFailures.READ_ONLY.equals(failed.getSQLState())
                    ? SQLExceptionOverride.Override.MUST_EVICT
                    : SQLExceptionOverride.Override.CONTINUE_EVICT;
        }
    }
}
