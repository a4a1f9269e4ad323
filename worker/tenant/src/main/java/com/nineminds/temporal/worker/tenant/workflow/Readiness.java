package com.nineminds.temporal.worker.tenant.workflow;

import com.nineminds.temporal.worker.tenant.wire.ReadinessWorkflow;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Says what it hears. */
public final class Readiness implements ReadinessWorkflow {

    @Override
    public ReadinessWorkflow.Readiness answer(@Nullable Probe probe) {
        return new ReadinessWorkflow.Readiness(true, Optional.ofNullable(probe).flatMap(Probe::echo));
    }
}
