package com.nineminds.temporal.operator.node;

import static org.assertj.core.api.Assertions.assertThat;

import com.nineminds.temporal.api.v1alpha1.Phase;
import com.nineminds.temporal.api.v1alpha1.TemporalWorker;
import com.nineminds.temporal.api.v1alpha1.TemporalWorkerStatus;
import com.nineminds.temporal.operator.loop.WorkerYaml;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A worker of which revision {@code one} serves gets a good revision, and three bad ones that different signals give away. */
class RolloutNodeTest {
    private static final Logger LOG = LoggerFactory.getLogger(RolloutNodeTest.class);
    private static final int REPLICAS = 2;
    private static NodeLevel level;
    private static NodeStory story;

    private String one;

    @BeforeAll
    static void open() {
        level = NodeLevel.required();
        story = new NodeStory(level);
    }

    @AfterAll
    static void close() {
        if (story != null) {
            story.close();
        }
    }

    @BeforeEach
    void serveOne() {
        one = story.serve(story.worker("one"));
        story.timeline.startCounting();
    }

    @Test
    void a_good_revision_is_promoted_while_workflows_run_on() throws Exception {
        try (GreetingLoad load = new GreetingLoad(level, story.taskQueue());
                PollerSamples samples = new PollerSamples(story, level)) {
            String two = story.serve(story.worker("two").with("scaling", "{replicas: 4}"));

            assertThat(two).isNotEqualTo(one);
            assertThat(story.timeline.fewestReady()).isGreaterThanOrEqualTo(REPLICAS);
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
        String bad = rolledBack(story.worker("exits").with("podTemplate", Misbehaviour.exitsAtStart()), "CrashLoop");

        measured("exits at start", story.timeline.fatal(bad).orElseThrow(), bad);
    }

    @Test
    void an_image_that_does_not_exist_is_rolled_back() throws Exception {
        try (EmptyRegistry registry = new EmptyRegistry()) {
            String bad = rolledBack(
                    story.worker("missing").with("image", registry.image("mail:missing")), "ImagePullFailed");

            measured("image missing", story.timeline.fatal(bad).orElseThrow(), bad);
        }
    }

    @Test
    void pods_that_are_ready_but_poll_the_wrong_queue_are_rolled_back() {
        String bad = rolledBack(story.worker("lost").with("podTemplate", Misbehaviour.pollsElsewhere()), "NoPollers");

        Instant silentFor = story.timeline.ready(bad).orElseThrow().plus(Duration.ofSeconds(20));
        measured("wrong queue, after 20 s of silence", silentFor, bad);
    }

    /** Applies a revision and returns its hash when it is rolled back as it should be. */
    private String rolledBack(WorkerYaml worker, String reason) {
        story.apply(worker);
        TemporalWorker asked = story.resource().get();
        TemporalWorkerStatus status = story.awaitCurrent(Phase.RolledBack);

        assertThat(story.rejection()).as(status.message()).isEqualTo(reason);
        assertThat(status.stable().hash()).isEqualTo(one);
        assertThat(story.timeline.fewestReady()).isGreaterThanOrEqualTo(REPLICAS);
        assertThat(story.timeline.readyPods(pod -> pod.revision().equals(one))).hasSize(REPLICAS);
        TemporalWorker now = story.resource().get();
        assertThat(now.getMetadata().getGeneration())
                .isEqualTo(asked.getMetadata().getGeneration());
        assertThat(now.getSpec()).isEqualTo(asked.getSpec());
        return status.target().hash();
    }

    private static void measured(String story, Instant evidence, String hash) {
        Instant written = RolloutNodeTest.story.timeline.rejected(hash).orElseThrow();
        LOG.info(
                "{}: rolled back {} ms after the first evidence",
                story,
                Duration.between(evidence, written).toMillis());
    }
}
