package com.nineminds.temporal.worker.tenant.database;

import org.jdbi.v3.core.Handle;

/** Lets one transaction at a time decide about a name for which there is no unique key. */
final class AdvisoryLock {

    private AdvisoryLock() {}

    /** Held until the transaction ends. */
    static void take(Handle handle, String name) {
        handle.createQuery("SELECT 1 FROM (SELECT pg_advisory_xact_lock(hashtextextended(:name, 0))) AS held")
                .bind("name", name)
                .mapTo(Integer.class)
                .one();
    }
}
