package com.nineminds.temporal.operator.loop;

import static org.assertj.core.api.Assertions.assertThat;

import com.nineminds.temporal.api.v1alpha1.Phase;
import com.nineminds.temporal.operator.loop.wire.Call;
import com.nineminds.temporal.operator.reconcile.TrimmedStore;
import com.nineminds.temporal.operator.resources.Labels;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a worker costs the API server when nothing happens: nothing; and what it reads when something does. Counted on the wire. */
@LoopLevel
class IdleLoopTest {
    private static final int RESYNCS = 5;

    private Story story;

    @AfterEach
    void close() {
        story.close();
    }

    /** Requests during some hours of resyncs after everything came to rest. */
    private List<Call> requestsWhenIdle() {
        Idleness.await(story);
        story.wire().mark();
        for (int i = 0; i < RESYNCS; i++) {
            story.advance(Duration.ofHours(1));
            Idleness.await(story);
        }
        return Idleness.requests(story);
    }

    @Test
    void a_healthy_worker_costs_nothing() {
        story = Story.serving(WorkerYaml.image("one").with("networkPolicy", "{enabled: true}"));

        assertThat(requestsWhenIdle()).isEmpty();
    }

    @Test
    void a_worker_with_a_promoted_second_revision_costs_nothing_and_keeps_its_event_log_short() {
        story = Story.serving(WorkerYaml.image("one"));
        story.apply(WorkerYaml.image("two"));
        story.awaitCurrent(Phase.Healthy);

        assertThat(requestsWhenIdle()).isEmpty();
    }

    @Test
    void a_rolled_back_worker_costs_nothing() {
        story = Story.serving(WorkerYaml.image("one"));
        story.apply(WorkerYaml.image("two").simulate("crash"));
        story.awaitCurrent(Phase.RolledBack);

        assertThat(requestsWhenIdle()).isEmpty();
    }

    @Test
    void a_worker_whose_first_revision_failed_costs_nothing() {
        story = Story.open();
        story.apply(WorkerYaml.image("one").simulate("crash"));
        story.awaitCurrent(Phase.Degraded);

        assertThat(requestsWhenIdle()).isEmpty();
    }

    @Test
    void a_paused_rollout_costs_nothing() {
        story = Story.serving(WorkerYaml.image("one"));
        story.apply(WorkerYaml.image("two").with("rollout.paused", "true"));
        story.awaitCurrent(Phase.Paused);

        assertThat(requestsWhenIdle()).isEmpty();
    }

    @Test
    void a_stale_verb_costs_nothing_after_it_was_told() {
        story = Story.serving(WorkerYaml.image("one"));
        story.annotate("retry", "0123456789");
        story.awaitEvent("VerbStale");

        assertThat(requestsWhenIdle()).isEmpty();
    }

    @Test
    void an_object_of_someone_else_in_the_way_costs_two_requests_a_resync() {
        story = Story.open();
        story.client.resource("""
                        apiVersion: v1
                        kind: Service
                        metadata: {name: mail}
                        spec: {ports: [{port: 80}]}
                        """).inNamespace(story.namespace).create();
        story.apply(WorkerYaml.image("one"));
        story.await(status -> assertThat(Story.condition(status, "Stalled")).isEqualTo("True"));

        assertThat(requestsWhenIdle())
                .allSatisfy(call -> assertThat(call.resource()).isEqualTo("services"))
                .hasSizeLessThanOrEqualTo(2 * RESYNCS);
    }

    @Test
    void a_rollout_reads_nothing_past_the_caches() {
        story = Story.serving(WorkerYaml.image("one"));
        story.wire().mark();

        story.apply(WorkerYaml.image("two").with("scaling", "{replicas: 4}"));
        story.awaitCurrent(Phase.Healthy);

        assertThat(story.wire().calls(call -> !call.write() && !call.verb().equals("watch")))
                .isEmpty();
    }

    @Test
    void another_operator_that_takes_over_writes_nothing() {
        story = Story.serving(WorkerYaml.image("one"));
        Idleness.await(story);

        story.restartOperator();
        Idleness.await(story);

        assertThat(story.wire().calls(Call.anyWrite())).isEmpty();
    }

    @Test
    void another_operator_fills_its_caches_a_page_at_a_time() {
        story = Story.serving(WorkerYaml.image("one"));
        for (int number = 0; number < TrimmedStore.PAGE; number++) {
            story.client
                    .resource(new ConfigMapBuilder()
                            .withNewMetadata()
                            .withName("left-over-" + number)
                            .addToLabels(Labels.MANAGED_BY, Labels.OPERATOR)
                            .endMetadata()
                            .build())
                    .inNamespace(story.namespace)
                    .create();
        }
        story.wire().mark();

        story.restartOperator();
        Idleness.await(story);

        assertThat(story.wire().calls(call -> call.toString().equals("list configmaps")))
                .hasSize(2);
    }
}
