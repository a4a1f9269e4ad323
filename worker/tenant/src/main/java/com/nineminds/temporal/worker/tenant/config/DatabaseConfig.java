package com.nineminds.temporal.worker.tenant.config;

import com.nineminds.temporal.worker.tenant.database.DatabaseSettings;

/**
 * The database, once for each of its users.
 *
 * @param admin does the work
 * @param server the application's own user; it only has to be able to log in
 * @param createProductSchema whether a database without the product's tables gets them; only for one of the worker's own
 */
public record DatabaseConfig(DatabaseSettings admin, DatabaseSettings server, boolean createProductSchema) {}
