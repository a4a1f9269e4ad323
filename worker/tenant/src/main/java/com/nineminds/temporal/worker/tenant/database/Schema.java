package com.nineminds.temporal.worker.tenant.database;

import com.nineminds.temporal.worker.tenant.failure.Failures;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/** The tables that must be there. The worker's own it makes itself; the product's only where it was told to. */
public final class Schema {

    private static final String OWN = "worker";
    private static final List<String> PRODUCT = List.of(
            "tenants",
            "companies",
            "users",
            "roles",
            "user_roles",
            "tenant_companies",
            "tenant_settings",
            "tenant_email_settings");

    private Schema() {}

    /**
     * Brings the schema up to date; several workers may do so at the same time.
     *
     * @param createProduct whether to make the product's tables too, in a database that has none of them
     * @throws io.temporal.failure.ApplicationFailure a configuration error when tables of the product are missing
     */
    public static void migrate(Database database, boolean createProduct) {
        try {
            migrate(database, "flyway_schema_history", "classpath:db/worker");
            if (createProduct && !missing(database).isEmpty()) {
                migrate(database, "product_schema_history", "classpath:db/product");
            }
        } catch (FlywayException failed) {
            throw SqlFailures.from(failed);
        }
        List<String> missing = missing(database);
        if (!missing.isEmpty()) {
            throw Failures.configuration("the database has no tables " + missing
                    + ": run the product's migrations, or set DB_CREATE_PRODUCT_SCHEMA=true for a database of its own");
        }
    }

    private static void migrate(Database database, String history, String location) {
        Flyway.configure()
                .dataSource(database.dataSource())
                .schemas(OWN)
                .table(history)
                .locations(location)
                .baselineOnMigrate(true)
                .baselineVersion("0")
                .load()
                .migrate();
    }

    private static List<String> missing(Database database) {
        return database.inTransaction(handle -> PRODUCT.stream()
                .filter(table -> !handle.createQuery("SELECT to_regclass('public.' || :table) IS NOT NULL")
                        .bind("table", table)
                        .mapTo(Boolean.class)
                        .one())
                .toList());
    }
}
