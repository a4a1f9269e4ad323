package com.nineminds.temporal.operator.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A pod that gets ready again and again does not thereby gain time. */
class FlappingNodeTest {
    private static final Duration DEADLINE = Duration.ofSeconds(75);
    /** For the rollout's start and its end to be written, on a busy machine. */
    private static final Duration MARGIN = Duration.ofSeconds(30);

    /** Longer than the readiness of a flapping pod lasts. */
    @RegisterExtension
    static final ServingWorker NODE = new ServingWorker(Duration.ofSeconds(30));

    private final NodeStory story = NODE.story();

    @Test
    void a_flapping_pod_is_rolled_back_at_the_deadline() {
        Instant applied = Instant.now();

        String bad = story.rollsBack(
                story.worker("flaps")
                        .with("podTemplate", Misbehaviour.flaps())
                        .with("rollout.deadline", DEADLINE.toSeconds() + "s"),
                "ProgressDeadlineExceeded");

        assertThat(story.timeline.timesReady(bad)).isGreaterThanOrEqualTo(2);
        assertThat(story.timeline.rejected(bad).orElseThrow())
                .isBefore(applied.plus(DEADLINE).plus(MARGIN));
    }
}
