package com.nineminds.temporal.worker.tenant.wire;

import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;

/** Proves that workflows run here. */
@WorkflowInterface
public interface HealthCheckWorkflow {

    /** Takes a timer of 100 ms and touches nothing outside Temporal. */
    @WorkflowMethod(name = "healthCheckWorkflow")
    Health check();

    /**
     * @param status always {@code healthy}
     * @param timestamp ISO 8601 with milliseconds, UTC
     */
    record Health(String status, String timestamp) {}
}
