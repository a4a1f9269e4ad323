package com.nineminds.temporal.cluster.objects;

import static org.assertj.core.api.Assertions.assertThat;

import com.nineminds.temporal.cluster.MovableClock;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SimilarMessagesTest {
    private final MovableClock clock = new MovableClock();
    private final SimilarMessages<String> similar = new SimilarMessages<>(clock);

    @Test
    void theTenthDifferentMessageIsOneTooMany() {
        assertThat(IntStream.range(0, 9)).noneMatch(number -> similar.areMany("topic", "message " + number));
        assertThat(similar.areMany("topic", "message 9")).isTrue();
        assertThat(similar.areMany("topic", "message 3")).isFalse();
        assertThat(similar.areMany("other topic", "message 9")).isFalse();
    }

    @Test
    void silenceMakesATopicNewAgain() {
        IntStream.range(0, 12).forEach(number -> similar.areMany("topic", "message " + number));
        clock.forward(Duration.ofMinutes(11));
        assertThat(similar.areMany("topic", "message 12")).isFalse();
    }
}
