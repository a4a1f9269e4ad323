package com.nineminds.temporal.operator.health;

import java.util.Optional;

/**
 * What matters of one Deployment.
 *
 * @param replicaFailure message of the condition ReplicaFailure: the API server refuses its pods
 * @param deadlineExceeded condition Progressing has the reason ProgressDeadlineExceeded
 */
public record DeploymentView(
        String revision,
        long generation,
        long observedGeneration,
        int desired,
        int replicas,
        int updated,
        int available,
        Optional<String> replicaFailure,
        boolean deadlineExceeded) {}
