package com.nineminds.temporal.worker.tenant.database;

import com.nineminds.temporal.worker.runtime.dependency.Dependency;
import java.util.Optional;

/** The database as something that the worker waits for: its schema has to fit, both users have to get in, and writes have to succeed. */
public final class DatabaseDependency implements Dependency {

    private final Database admin;
    private final Database server;
    private final boolean createProductSchema;

    /** @param server the application's own user, which does none of the work */
    public DatabaseDependency(Database admin, Database server, boolean createProductSchema) {
        this.admin = admin;
        this.server = server;
        this.createProductSchema = createProductSchema;
    }

    @Override
    public String name() {
        return "database";
    }

    @Override
    public void prepare() {
        server.problem().ifPresent(why -> {
            throw new IllegalStateException("DB_USER_SERVER: " + why);
        });
        Schema.migrate(admin, createProductSchema);
    }

    @Override
    public Optional<String> problem() {
        return admin.problem().or(() -> server.problem().map(why -> "DB_USER_SERVER: " + why));
    }
}
