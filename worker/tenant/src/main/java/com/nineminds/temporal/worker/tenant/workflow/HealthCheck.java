package com.nineminds.temporal.worker.tenant.workflow;

import com.nineminds.temporal.worker.tenant.wire.HealthCheckWorkflow;
import com.nineminds.temporal.worker.tenant.wire.WireTime;
import io.temporal.workflow.Workflow;
import java.time.Duration;
import java.time.Instant;

/** One timer. */
public final class HealthCheck implements HealthCheckWorkflow {

    @Override
    public Health check() {
        Workflow.sleep(Duration.ofMillis(100));
        return new Health("healthy", WireTime.of(Instant.ofEpochMilli(Workflow.currentTimeMillis())));
    }
}
