package com.nineminds.temporal.operator.node;

import static org.assertj.core.api.Assertions.assertThat;

import com.nineminds.temporal.operator.config.OperatorConfig;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A worker of which revision {@code one} serves gets a good revision, and three bad ones that different signals give away. */
class RolloutNodeTest {
    private static final Logger LOG = LoggerFactory.getLogger(RolloutNodeTest.class);
    private static final Duration SILENCE = Duration.ofSeconds(20);

    @RegisterExtension
    static final ServingWorker NODE =
            new ServingWorker(OperatorConfig.defaults().stability());

    private final NodeStory story = NODE.story();

    @Test
    void a_good_revision_is_promoted_while_workflows_run_on() throws Exception {
        try (GreetingLoad load = new GreetingLoad(NODE.level(), story.taskQueue());
                PollerSamples samples = new PollerSamples(story, NODE.level())) {
            String two = story.serve(story.worker("two").with("scaling", "{replicas: 4}"));

            assertThat(story.timeline.fewestReady()).isGreaterThanOrEqualTo(NodeStory.REPLICAS);
            assertThat(samples.counts())
                    .isNotEmpty()
                    .allSatisfy(count -> assertThat(count).isPositive());
            GreetingLoad.Result result = load.finish();
            assertThat(result.finished()).isPositive();
            LOG.info(
                    "{} workflows finished, the longest in {}; {} samples of pollers",
                    result.finished(),
                    result.longest(),
                    samples.counts().size());
        }
    }

    @Test
    void a_process_that_exits_at_start_is_rolled_back() {
        String bad =
                story.rollsBack(story.worker("exits").with("podTemplate", Misbehaviour.exitsAtStart()), "CrashLoop");

        measured("exits at start", story.timeline.fatal(bad).orElseThrow(), bad);
    }

    @Test
    void an_image_that_does_not_exist_is_rolled_back() throws Exception {
        try (EmptyRegistry registry = new EmptyRegistry()) {
            String bad = story.rollsBack(
                    story.worker("missing").with("image", registry.image("mail:missing")), "ImagePullFailed");

            measured("image missing", story.timeline.fatal(bad).orElseThrow(), bad);
        }
    }

    @Test
    void pods_that_are_ready_but_poll_the_wrong_queue_are_rolled_back() {
        String bad =
                story.rollsBack(story.worker("lost").with("podTemplate", Misbehaviour.pollsElsewhere()), "NoPollers");

        Instant silentFor = story.timeline.ready(bad).orElseThrow().plus(SILENCE);
        measured("wrong queue, after 20 s of silence", silentFor, bad);
    }

    private void measured(String what, Instant evidence, String hash) {
        Instant written = story.timeline.rejected(hash).orElseThrow();
        LOG.info(
                "{}: rolled back {} ms after the first evidence",
                what,
                Duration.between(evidence, written).toMillis());
    }
}
