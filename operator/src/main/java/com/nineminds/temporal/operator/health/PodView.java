package com.nineminds.temporal.operator.health;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What matters of one pod.
 *
 * @param scheduledAt when it got its node; empty while it has none, or where nobody tells
 * @param readySince when it last became Ready; empty while it is not
 * @param goneBy end of its grace period, once it is being deleted; with its node lost it may stay for ever
 * @param ended phase Failed or Succeeded: replaced by its ReplicaSet, so it proves nothing
 * @param unschedulable the scheduler's words while it cannot be placed
 * @param disrupted reason of the condition DisruptionTarget: evicted, preempted, node lost
 * @param vaultExpected the template asks for Vault agent injection
 */
public record PodView(
        String name,
        String revision,
        Instant createdAt,
        Optional<Instant> scheduledAt,
        Optional<Instant> readySince,
        Optional<Instant> goneBy,
        boolean ended,
        Optional<String> unschedulable,
        Optional<String> disrupted,
        boolean vaultExpected,
        List<ContainerView> containers) {
    public PodView {
        containers = List.copyOf(containers);
    }

    public boolean terminating() {
        return goneBy.isPresent();
    }

    public boolean counts() {
        return !terminating() && !ended;
    }

    /** Whether it is being deleted and has time left to end. */
    boolean leaving(Instant now) {
        return !ended && goneBy.filter(now::isBefore).isPresent();
    }

    /** Whether its node has had it for less than this; a pod that waited for a node has not used any of it. */
    boolean youngerThan(Duration age, Instant now) {
        return scheduledAt.orElse(createdAt).plus(age).isAfter(now);
    }

    public boolean stable(Duration window, Instant now) {
        return readySince.filter(since -> !since.plus(window).isAfter(now)).isPresent();
    }
}
