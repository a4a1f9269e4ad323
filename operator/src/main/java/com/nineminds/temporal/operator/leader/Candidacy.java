package com.nineminds.temporal.operator.leader;

import java.time.Duration;
import java.util.UUID;

/**
 * As whom and how an operator stands for election.
 *
 * @param namespace of the Lease
 * @param name of the Lease; operators with the same one exclude each other
 * @param identity of the operator
 * @param duration after which a leader that was not heard of is replaced, at least a second
 */
public record Candidacy(String namespace, String name, String identity, Duration duration) {
    private static final int TRIES_PER_DURATION = 8;

    /** With an identity that no other process has, not even the next one in the same pod. */
    public Candidacy unique() {
        return new Candidacy(namespace, name, identity + "_" + UUID.randomUUID(), duration);
    }

    /** How often the Lease is looked at, and by the leader renewed. */
    Duration retry() {
        return duration.dividedBy(TRIES_PER_DURATION);
    }

    /** How long a leader may write after the beginning of a renewal. The rest of the duration is the margin for what is on its way. */
    Duration validity() {
        return duration.multipliedBy(2).dividedBy(3);
    }
}
