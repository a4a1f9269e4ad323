package com.nineminds.temporal.worker.tenant.activity;

import com.nineminds.temporal.worker.tenant.identity.DerivedIds;
import io.temporal.activity.Activity;
import java.util.UUID;

/** Ids for callers that mint none themselves. */
final class ActivityIds {

    private ActivityIds() {}

    /** The same for every attempt of the running activity. */
    static UUID idFor(String thing) {
        var info = Activity.getExecutionContext().getInfo();
        return DerivedIds.of(info.getWorkflowId() + "/" + info.getRunId() + "/" + info.getActivityId(), thing);
    }
}
