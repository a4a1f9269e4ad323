package com.nineminds.temporal.operator.health;

import com.nineminds.temporal.operator.decide.Failure;
import com.nineminds.temporal.operator.decide.Reason;
import java.util.Locale;
import java.util.Optional;

/** Reads why the API server refuses the pods of a Deployment: a quota is the infrastructure's matter, a policy is the revision's. */
final class Refusal {
    private Refusal() {}

    static Optional<Failure> quota(DeploymentView deployment) {
        return deployment
                .replicaFailure()
                .filter(Refusal::isQuota)
                .map(message -> Failure.of(Reason.QuotaExceeded, deployment.revision(), message));
    }

    /** A webhook that gives no answer lets nobody's pods in, and says nothing about these. */
    static Optional<Failure> outage(DeploymentView deployment) {
        return deployment
                .replicaFailure()
                .filter(message -> lower(message).contains("failed calling webhook"))
                .map(message -> Failure.of(Reason.AdmissionUnavailable, deployment.revision(), message));
    }

    static Optional<Failure> admission(DeploymentView deployment) {
        return deployment
                .replicaFailure()
                .filter(message -> !isQuota(message) && isRefusal(message))
                .map(message -> Failure.of(Reason.AdmissionRefused, deployment.revision(), message));
    }

    private static boolean isQuota(String message) {
        return message.contains("exceeded quota");
    }

    /** A ServiceAccount that is not there yet is a race with our own writes, not a verdict. */
    private static boolean isRefusal(String message) {
        String lower = lower(message);
        boolean race = lower.contains("error looking up service account") || lower.contains("failed calling webhook");
        return !race
                && (lower.contains("violates podsecurity")
                        || lower.contains("denied the request")
                        || lower.contains("is forbidden")
                        || lower.contains("is invalid"));
    }

    private static String lower(String message) {
        return message.toLowerCase(Locale.ROOT);
    }
}
