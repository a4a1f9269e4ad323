package com.nineminds.temporal.operator.health;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A pod, told by what is odd about it. Without a word it has a node and has just been created. */
final class PodSketch {
    static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");

    private final String name;
    private final List<ContainerView> containers = new ArrayList<>();
    private Instant createdAt = NOW;
    private Optional<Instant> scheduledAt = Optional.of(NOW);
    private Optional<Instant> readySince = Optional.empty();
    private Optional<String> unschedulable = Optional.empty();
    private Optional<String> disrupted = Optional.empty();
    private Optional<Instant> goneBy = Optional.empty();
    private boolean ended;
    private boolean vaultExpected;

    private PodSketch(String name) {
        this.name = name;
    }

    static PodSketch pod() {
        return pod("orders-1");
    }

    static PodSketch pod(String name) {
        return new PodSketch(name);
    }

    PodSketch with(ContainerView container) {
        containers.add(container);
        return this;
    }

    PodSketch aged(Duration age) {
        createdAt = NOW.minus(age);
        scheduledAt = Optional.of(createdAt);
        return this;
    }

    PodSketch scheduledAgo(Duration age) {
        scheduledAt = Optional.of(NOW.minus(age));
        return this;
    }

    PodSketch neverScheduled() {
        scheduledAt = Optional.empty();
        return this;
    }

    PodSketch readyFor(Duration time) {
        readySince = Optional.of(NOW.minus(time));
        return this;
    }

    PodSketch unschedulable(String why) {
        unschedulable = Optional.of(why);
        return this;
    }

    PodSketch disrupted(String why) {
        disrupted = Optional.of(why);
        return this;
    }

    PodSketch terminating() {
        return goneIn(Duration.ofSeconds(30));
    }

    PodSketch goneIn(Duration rest) {
        goneBy = Optional.of(NOW.plus(rest));
        return this;
    }

    PodSketch ended() {
        ended = true;
        return this;
    }

    PodSketch vaultExpected() {
        vaultExpected = true;
        return this;
    }

    PodView is() {
        return new PodView(
                name,
                "green",
                createdAt,
                scheduledAt,
                readySince,
                goneBy,
                ended,
                unschedulable,
                disrupted,
                vaultExpected,
                containers);
    }
}
