package com.nineminds.temporal.worker.runtime.dependency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class DependencyWatchTest {

    private record Asked(String name, Supplier<Optional<String>> answer) implements Dependency {

        @Override
        public Optional<String> problem() {
            return answer.get();
        }
    }

    /** Stands still unless it is moved. */
    private static final class MovableClock extends Clock {

        private volatile Instant now = Instant.parse("2030-01-01T00:00:00Z");

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }

    private final MovableClock clock = new MovableClock();

    @Test
    void what_was_never_asked_is_not_taken_for_well() {
        try (var watch = new DependencyWatch(List.of(new Asked("database", Optional::empty)), clock)) {
            assertThat(watch.problem()).contains("database: has not been asked yet");

            watch.start();

            await().atMost(Duration.ofSeconds(20)).until(() -> watch.problem().isEmpty());
        }
    }

    @Test
    void one_that_hangs_hides_no_other_and_an_old_answer_counts_for_nothing() {
        var hanging = new CountDownLatch(1);
        var hung = new Asked("queue", () -> {
            try {
                hanging.await();
            } catch (InterruptedException ended) {
                Thread.currentThread().interrupt();
            }
            return Optional.empty();
        });
        var failing = new Asked("database", () -> {
            throw new IllegalStateException("refused");
        });
        try (var watch = new DependencyWatch(List.of(failing, hung), clock)) {
            watch.start();
            await().atMost(Duration.ofSeconds(20))
                    .untilAsserted(() -> assertThat(watch.problem())
                            .hasValueSatisfying(
                                    why -> assertThat(why).contains("database").contains("refused")));
        }
        var once = new Asked("database", Optional::empty);
        try (var watch = new DependencyWatch(List.of(once), clock)) {
            watch.start();
            await().atMost(Duration.ofSeconds(20)).until(() -> watch.problem().isEmpty());
            watch.close();
            clock.now = clock.now.plusSeconds(31);

            assertThat(watch.problem())
                    .hasValueSatisfying(why -> assertThat(why).contains("has not answered since"));
        }
    }
}
