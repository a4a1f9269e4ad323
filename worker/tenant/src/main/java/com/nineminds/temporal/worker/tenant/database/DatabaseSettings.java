package com.nineminds.temporal.worker.tenant.database;

import java.time.Duration;
import java.util.function.Supplier;

/**
 * Where the database is and how it may be used.
 *
 * @param password asked for each new connection, so that it may rotate
 * @param poolSize connections at most; an activity that needs one waits for {@code acquireTimeout}
 */
public record DatabaseSettings(
        String host,
        int port,
        String database,
        String user,
        Supplier<String> password,
        int poolSize,
        Duration acquireTimeout) {}
