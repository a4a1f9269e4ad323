package com.nineminds.temporal.worker.tenant.wire;

import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The round trip with which a release is tried out. Touches nothing outside Temporal. */
@WorkflowInterface
public interface ReadinessWorkflow {

    @WorkflowMethod(name = "readinessWorkflow")
    Readiness answer(@Nullable Probe probe);

    record Probe(Optional<String> echo) {}

    /** @param ok always true */
    record Readiness(boolean ok, Optional<String> echo) {}
}
