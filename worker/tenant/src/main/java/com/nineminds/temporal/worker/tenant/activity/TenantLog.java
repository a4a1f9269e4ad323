package com.nineminds.temporal.worker.tenant.activity;

import java.util.UUID;
import org.slf4j.MDC;

/** Log lines that say which tenant they are about; Temporal's SDK adds workflow, run and activity. */
final class TenantLog {

    private TenantLog() {}

    static void of(UUID tenant, Runnable logging) {
        try (var tagged = MDC.putCloseable("TenantId", tenant.toString())) {
            logging.run();
        }
    }
}
