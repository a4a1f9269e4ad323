package com.nineminds.temporal.operator.loop;

import static org.assertj.core.api.Assertions.assertThat;

import com.nineminds.temporal.api.v1alpha1.Phase;
import com.nineminds.temporal.operator.loop.wire.Call;
import com.nineminds.temporal.operator.loop.wire.Fault;
import com.nineminds.temporal.operator.loop.wire.Wire;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the network and an API server do to an operator in the middle of a rollout: nothing is lost, nothing is done twice. */
@LoopLevel
class WireFaultLoopTest {
    private static final String RECORDS = "controllerrevisions";

    /** Misfortunes that befall an operator while a bad revision is rolled out. */
    enum Misfortune {
        CONFLICTS_ON_RECORDS(wire -> wire.next(2, Call.writing(RECORDS), Fault.conflict())),
        CONFLICTS_ON_THE_STATUS(wire -> wire.next(3, Call.writing("temporalworkers/status"), Fault.conflict())),
        TOO_MANY_REQUESTS(wire -> wire.next(4, Call.anyWrite(), Fault.tooManyRequests(1))),
        A_BURST_OF_SERVER_ERRORS(wire -> wire.next(12, Call.anyWrite(), Fault.internalError())),
        REQUESTS_THAT_HANG(wire -> wire.next(1, Call.anyWrite(), Fault.silence())),
        A_LOST_ANSWER_TO_A_RECORD(wire -> wire.next(1, Call.writing(RECORDS), Fault.lostAnswer())),
        LOST_ANSWERS_TO_EVERYTHING(wire -> wire.next(8, Call.anyWrite(), Fault.lostAnswer())),
        EVENTS_THAT_CANNOT_BE_WRITTEN(wire -> wire.always(Call.writing("events"), Fault.internalError())),
        DROPPED_WATCHES(Wire::dropWatches),
        EXPIRED_WATCHES(Wire::expireWatches);

        private final Consumer<Wire> strike;

        Misfortune(Consumer<Wire> strike) {
            this.strike = strike;
        }
    }

    private Story story;
    private String old;

    @BeforeEach
    void serveTheFirstRevision() {
        story = Story.serving(WorkerYaml.image("one"));
        old = story.stable();
    }

    @AfterEach
    void close() {
        story.close();
    }

    /** Else the operator would act on the older version until something else happens to the object. */
    @Test
    void an_answer_that_comes_after_newer_events_does_not_hide_them() {
        CountDownLatch settled = new CountDownLatch(1);
        story.wire().next(1, scaling(old), Fault.lateAnswer(settled));

        story.apply(WorkerYaml.image("two"));
        story.awaitThat(() -> {
            Deployment serving = story.kubectl.deployment(old).get();
            assertThat(serving.getSpec().getReplicas()).isLessThan(4);
            assertThat(serving.getStatus().getReplicas())
                    .isEqualTo(serving.getSpec().getReplicas());
        });
        settled.countDown();

        story.awaitCurrent(Phase.Healthy);
        story.awaitThat(() -> assertThat(story.kubectl.pods(old)).isEmpty());
    }

    @Test
    void a_move_is_told_although_what_follows_it_fails_at_first() {
        story.apply(WorkerYaml.image("two").simulate("unready"));
        String bad = story.awaitCurrent(Phase.Progressing).target().hash();
        story.awaitThat(() -> assertThat(story.kubectl.pods(bad)).isNotEmpty());
        story.wire().next(1, scaling(bad), Fault.conflict());

        story.annotate("abort", bad);
        story.awaitCurrent(Phase.RolledBack);

        story.awaitEvent("RollingBack");
    }

    /** A Deployment comes back with one replica, and its scaling meets what its controller wrote in between. */
    @Test
    void a_repair_is_told_although_what_follows_it_fails_at_first() {
        story.wire().next(1, scaling(old), Fault.conflict());

        story.kubectl.deployment(old).delete();

        story.awaitEvent("DriftRepaired");
    }

    private static Predicate<Call> scaling(String hash) {
        return call -> call.write()
                && call.resource().equals("deployments/scale")
                && call.name().endsWith(hash);
    }

    @ParameterizedTest
    @EnumSource(Misfortune.class)
    void a_bad_revision_is_rolled_back_once_whatever_happens_on_the_way(Misfortune misfortune) {
        misfortune.strike.accept(story.wire());

        story.apply(WorkerYaml.image("two").simulate("crash"));
        String bad = story.awaitCurrent(Phase.RolledBack).target().hash();

        story.awaitThat(() -> {
            assertThat(story.kubectl.replicas(bad)).isZero();
            assertThat(story.kubectl.ready(old)).isEqualTo(4);
        });
        assertThat(Chronicle.of(story.audit.records()).attempts(bad)).isEqualTo(1);
        assertThat(story.wire().struck()).as("faults").isPositive();
    }

    @ParameterizedTest
    @EnumSource(Misfortune.class)
    void a_good_revision_is_promoted_once_whatever_happens_on_the_way(Misfortune misfortune) {
        story.audit.markFloor();
        misfortune.strike.accept(story.wire());

        story.apply(WorkerYaml.image("two"));
        String good = story.awaitCurrent(Phase.Healthy).stable().hash();

        story.awaitThat(() -> {
            assertThat(story.kubectl.replicas(old)).isZero();
            assertThat(story.kubectl.ready(good)).isEqualTo(4);
        });
        assertThat(Chronicle.of(story.audit.records()).attempts(good)).isEqualTo(1);
        assertThat(story.wire().struck()).as("faults").isPositive();
        assertThat(story.audit.fewest()).as("available pods at any moment").isGreaterThanOrEqualTo(4);
    }

    @Test
    void a_decision_that_cannot_be_recorded_is_not_acted_on() {
        Idleness.await(story);
        story.wire().mark();
        story.wire().always(Call.writing(RECORDS), Fault.conflict());

        story.apply(WorkerYaml.image("two"));
        story.awaitThat(
                () -> assertThat(story.wire().calls(Call.writing(RECORDS))).hasSizeGreaterThan(3));

        assertThat(story.wire().calls(Call.anyWrite()))
                .extracting(Call::resource)
                .containsOnly(RECORDS);
        story.wire().heal();
        assertThat(story.awaitCurrent(Phase.Healthy).stable().hash()).isNotEqualTo(old);
    }

    @Test
    void a_change_during_an_outage_of_the_watches_is_not_lost() {
        story.wire().always(call -> call.verb().equals("watch") || call.verb().equals("list"), Fault.internalError());
        story.wire().dropWatches();
        story.apply(WorkerYaml.image("two"));
        story.awaitThat(() -> assertThat(story.wire().calls(call -> call.verb().equals("watch")))
                .hasSizeGreaterThan(10));

        story.wire().heal();

        assertThat(story.awaitCurrent(Phase.Healthy).stable().hash()).isNotEqualTo(old);
    }

    @Test
    void a_rollback_does_not_wait_for_an_api_server_that_cannot_write_events() {
        story.wire().always(Call.writing("events"), Fault.silence());

        story.apply(WorkerYaml.image("two").simulate("crash"));

        assertThat(story.awaitCurrent(Phase.RolledBack).stable().hash()).isEqualTo(old);
    }
}
