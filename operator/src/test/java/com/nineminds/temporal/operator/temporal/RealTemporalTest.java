package com.nineminds.temporal.operator.temporal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import com.nineminds.temporal.operator.gate.Frontend;
import com.nineminds.temporal.operator.gate.TaskKind;
import com.nineminds.temporal.operator.temporal.TemporalUnavailableException.Reason;
import io.temporal.common.VersioningBehavior;
import io.temporal.common.WorkerDeploymentVersion;
import io.temporal.worker.WorkerDeploymentOptions;
import io.temporal.worker.WorkerOptions;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The same questions to the server at {@code TEMPORAL_ADDRESS}, in its namespace {@code default}. */
class RealTemporalTest {

    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    private final TaskQueuePollers pollers = new TaskQueuePollers(Clock.systemUTC(), Optional.empty());
    private final List<PollingWorker> workers = new ArrayList<>();
    private final String taskQueue = "pollers-" + UUID.randomUUID();
    private TemporalEndpoint endpoint = new TemporalEndpoint(Frontend.inPlainText(""), "default");

    @BeforeAll
    static void sayIfSkipped() {
        if (System.getenv("TEMPORAL_ADDRESS") == null) {
            System.out.println("RealTemporalTest skipped: TEMPORAL_ADDRESS names no Temporal server");
        }
    }

    @BeforeEach
    void needsServer() {
        String address = System.getenv("TEMPORAL_ADDRESS");
        assumeThat(address)
                .as("skipped: set TEMPORAL_ADDRESS to host:port of a Temporal server to run this")
                .isNotNull();
        endpoint = new TemporalEndpoint(Frontend.inPlainText(address), "default");
    }

    @AfterEach
    void close() {
        workers.forEach(PollingWorker::close);
        pollers.close();
    }

    /** With so few polls most workers wait on one of four partitions only. */
    @Test
    void workers_with_few_pollers_are_all_seen_at_once() {
        List<String> identities = List.of("pod-a@1", "pod-b@1", "pod-c@1", "pod-d@1", "pod-e@1");
        identities.forEach(identity -> work(
                identity,
                WorkerOptions.newBuilder()
                        .setMaxConcurrentWorkflowTaskPollers(2)
                        .setMaxConcurrentActivityTaskPollers(1)
                        .build()));

        // Shorter than any poll, so nobody is seen only because a poll was sent again.
        await().atMost(Duration.ofSeconds(5))
                .untilAsserted(() -> assertThat(pollers.read(endpoint, taskQueue, TIMEOUT))
                        .allSatisfy((kind, seen) -> assertThat(seen)
                                .extracting(PollerSighting::identity)
                                .isEqualTo(identities)));
    }

    @Test
    void versioned_workers_are_seen_each_time_they_are_asked_for() throws Exception {
        work("pod-a@1", versioned("one"));
        work("pod-b@1", versioned("two"));
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(identities()).containsExactly("pod-a@1", "pod-b@1"));

        assertThat(List.of(identities(), identities(), identities()))
                .allSatisfy(seen -> assertThat(seen).containsExactly("pod-a@1", "pod-b@1"));
    }

    @Test
    void a_task_queue_that_nobody_polls_has_no_pollers() throws Exception {
        assertThat(pollers.read(endpoint, taskQueue, TIMEOUT))
                .isEqualTo(Map.of(TaskKind.WORKFLOW, List.of(), TaskKind.ACTIVITY, List.of()));
    }

    @Test
    void a_namespace_that_is_not_there_is_named() {
        var misspelt = new TemporalEndpoint(endpoint.frontend(), "no-such-namespace");

        var refused = catchThrowableOfType(
                TemporalUnavailableException.class, () -> pollers.read(misspelt, taskQueue, TIMEOUT));

        assertThat(refused.reason()).isEqualTo(Reason.NAMESPACE_NOT_FOUND);
        assertThat(refused).hasMessageContaining("no-such-namespace");
    }

    private void work(String identity, WorkerOptions options) {
        workers.add(new PollingWorker(endpoint, taskQueue, identity, options));
    }

    private List<String> identities() throws TemporalUnavailableException {
        return pollers.read(endpoint, taskQueue, TIMEOUT).getOrDefault(TaskKind.WORKFLOW, List.of()).stream()
                .map(PollerSighting::identity)
                .toList();
    }

    private static WorkerOptions versioned(String buildId) {
        return WorkerOptions.newBuilder()
                .setDeploymentOptions(WorkerDeploymentOptions.newBuilder()
                        .setUseVersioning(true)
                        .setVersion(new WorkerDeploymentVersion("pollers-test", buildId))
                        .setDefaultVersioningBehavior(VersioningBehavior.AUTO_UPGRADE)
                        .build())
                .build();
    }
}
