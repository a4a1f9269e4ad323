package com.nineminds.temporal.operator.report;

import com.nineminds.temporal.api.v1alpha1.TemporalWorkerStatus;
import com.nineminds.temporal.operator.decide.Decision;
import com.nineminds.temporal.operator.decide.Observation;
import com.nineminds.temporal.operator.decide.RolloutPolicy;
import java.util.Map;
import java.util.Optional;

/**
 * Everything that a status is made of.
 *
 * @param worker name of the custom resource
 * @param generation of the custom resource that was decided on
 * @param previous the status that the custom resource carries
 * @param policy the policy that was decided with
 * @param images image per revision hash
 */
public record StatusInput(
        String worker,
        long generation,
        Optional<TemporalWorkerStatus> previous,
        Decision decision,
        Observation seen,
        RolloutPolicy policy,
        Map<String, String> images,
        Findings findings) {
    public StatusInput {
        images = Map.copyOf(images);
    }
}
