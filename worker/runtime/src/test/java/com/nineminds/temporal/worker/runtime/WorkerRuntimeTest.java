package com.nineminds.temporal.worker.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.nineminds.temporal.embedded.EmbeddedTemporal;
import com.nineminds.temporal.embedded.EmbeddedTemporalOptions;
import com.nineminds.temporal.embedded.PollerSeen;
import com.nineminds.temporal.worker.runtime.config.WorkerConfig;
import com.nineminds.temporal.worker.runtime.registration.Registration;
import com.nineminds.temporal.worker.runtime.sample.GreetingRequest;
import com.nineminds.temporal.worker.runtime.sample.SampleWorker;
import io.temporal.api.enums.v1.EventType;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class WorkerRuntimeTest {

    @BeforeAll
    static void waitLongOnBusyMachines() {
        Awaitility.setDefaultTimeout(Duration.ofSeconds(30));
    }

    private Optional<WorkerRuntime> runtime = Optional.empty();

    @AfterEach
    void stop() {
        runtime.ifPresent(WorkerRuntime::close);
    }

    @Test
    void it_waits_for_temporal_alive_and_not_ready_and_is_ready_when_it_polls_every_task_queue() {
        int port = FreePort.find();
        HealthEndpoint health = start("127.0.0.1:" + port, Map.of("TEMPORAL_TASK_QUEUES", "one,two"));

        await().untilAsserted(() -> assertThat(health.body("/readyz"))
                .contains("connecting to Temporal: 127.0.0.1:" + port)
                .contains("UNAVAILABLE"));
        assertThat(health.status("/readyz")).isEqualTo(503);
        assertThat(health.status("/livez")).isEqualTo(200);
        assertThat(health.status("/startup")).isEqualTo(200);

        try (var temporal =
                EmbeddedTemporal.start(EmbeddedTemporalOptions.defaults().withPort(port))) {
            await().until(health::isReady);
            // Ready is said when the polls are sent; the server sees them a moment later.
            await().untilAsserted(() -> assertThat(List.of("one", "two"))
                    .allSatisfy(queue -> assertThat(temporal.pollers("default", queue))
                            .extracting(PollerSeen::identity)
                            .isNotEmpty()
                            .allMatch(identity -> identity.startsWith("pod-a@"))));
        }

        await().untilAsserted(() -> assertThat(health.status("/readyz")).isEqualTo(503));
        assertThat(health.status("/livez")).isEqualTo(200);
    }

    @Test
    void it_answers_nothing_but_get_on_the_known_paths_and_their_aliases() {
        try (var temporal = EmbeddedTemporal.start(EmbeddedTemporalOptions.defaults())) {
            HealthEndpoint health = start(temporal.address(), Map.of());
            await().until(health::isReady);

            assertThat(List.of("/livez", "/health", "/readyz", "/ready", "/startup"))
                    .allSatisfy(path -> assertThat(health.status(path)).isEqualTo(200));
            assertThat(health.request("POST", "/livez").statusCode()).isEqualTo(405);
            assertThat(health.status("/metrics/of/somebody/else")).isEqualTo(404);
        }
    }

    @Test
    void it_is_not_ready_while_it_drains_and_what_runs_is_finished_although_it_heartbeats() {
        try (var temporal = EmbeddedTemporal.start(EmbeddedTemporalOptions.defaults());
                var client = new SampleClient(temporal.address())) {
            HealthEndpoint health = start(temporal.address(), Map.of());
            var workflow = client.start("greetings", new GreetingRequest("Ada", 1, 0, 2500));
            await().until(() -> client.activityRuns(workflow));

            var drained = runtime.orElseThrow().ended();
            var draining = new Thread(() -> runtime.orElseThrow().drain());
            draining.start();
            await().untilAsserted(() -> assertThat(health.body("/readyz")).contains("draining"));
            assertThat(health.status("/livez")).isEqualTo(200);

            assertThat(drained.join()).isEqualTo(ExitCode.STOPPED);
            assertThat(client.count(workflow, EventType.EVENT_TYPE_ACTIVITY_TASK_COMPLETED))
                    .isEqualTo(1);
        }
    }

    @Test
    void what_outlasts_the_drain_timeout_is_abandoned_and_told() {
        try (var temporal = EmbeddedTemporal.start(EmbeddedTemporalOptions.defaults());
                var client = new SampleClient(temporal.address())) {
            start(temporal.address(), Map.of("DRAIN_TIMEOUT", "300ms"));
            var workflow = client.start("greetings", new GreetingRequest("Ada", 1, 0, 60_000));
            await().until(() -> client.activityRuns(workflow));

            assertThat(runtime.orElseThrow().drain()).isEqualTo(ExitCode.ABANDONED);
        }
    }

    @Test
    void it_is_ready_only_while_what_it_needs_is_there_and_waits_for_it_at_first() {
        var database = new ScriptedDependency();
        database.fail("no such host");
        try (var temporal = EmbeddedTemporal.start(EmbeddedTemporalOptions.defaults())) {
            HealthEndpoint health = start(
                    temporal.address(),
                    WorkerParts.of(SampleWorker.registration()).withDependency(database));
            await().untilAsserted(() -> assertThat(health.body("/readyz"))
                    .contains("waiting for what the worker needs: database: no such host"));
            assertThat(health.status("/livez")).isEqualTo(200);
            assertThat(temporal.pollers("default", "greetings")).isEmpty();

            database.recover();
            await().until(health::isReady);

            database.fail("it is read-only");
            await().untilAsserted(() -> assertThat(health.body("/readyz")).contains("database: it is read-only"));
            assertThat(health.status("/livez")).isEqualTo(200);
        }
    }

    @Test
    void it_gives_up_after_the_start_up_timeout() {
        start("127.0.0.1:" + FreePort.find(), Map.of("STARTUP_TIMEOUT", "1s"));

        assertThat(runtime.orElseThrow().ended().orTimeout(30, TimeUnit.SECONDS).join())
                .isEqualTo(ExitCode.UNAVAILABLE);
    }

    @Test
    void it_shows_metrics_and_what_it_runs() {
        try (var temporal = EmbeddedTemporal.start(EmbeddedTemporalOptions.defaults())) {
            HealthEndpoint health = start(temporal.address(), Map.of("MAX_CONCURRENT_ACTIVITIES", "17"));
            await().until(health::isReady);

            await().untilAsserted(() -> assertThat(health.body("/metrics"))
                    .containsPattern("temporal_worker_task_slots_available\\{.*ActivityWorker.*} 17")
                    .contains("jvm_memory_used_bytes"));
            assertThat(health.body("/registry"))
                    .contains("\"taskQueues\":[\"greetings\"]", "\"type\":\"GreetingWorkflow\"")
                    .contains("\"queries\":[\"composed\"]", "\"activities\":[\"Greetings_Compose\"]");
        }
    }

    @Test
    void a_mistake_in_the_registration_is_thrown_and_leaves_nothing_running() {
        int port = FreePort.find();
        var config = config("127.0.0.1:1", Map.of("HEALTH_CHECK_PORT", String.valueOf(port)));

        assertThatThrownBy(() -> WorkerRuntime.start(
                        config,
                        WorkerParts.of(
                                Registration.builder().activities("no activity").build())))
                .isInstanceOf(IllegalArgumentException.class);

        assertThat(new HealthEndpoint(port).isReady()).isFalse();
        assertNoThreadsLeft();
    }

    @Test
    void closing_leaves_no_thread_behind_connected_or_not() {
        try (var temporal = EmbeddedTemporal.start(EmbeddedTemporalOptions.defaults())) {
            HealthEndpoint health = start(temporal.address(), Map.of());
            await().until(health::isReady);
            runtime.orElseThrow().close();
            assertNoThreadsLeft();
        }
        start("127.0.0.1:" + FreePort.find(), Map.of());
        runtime.orElseThrow().close();
        assertNoThreadsLeft();
    }

    private HealthEndpoint start(String address, Map<String, String> more) {
        return start(config(address, more), WorkerParts.of(SampleWorker.registration()));
    }

    private HealthEndpoint start(String address, WorkerParts parts) {
        return start(config(address, Map.of()), parts);
    }

    private HealthEndpoint start(WorkerConfig config, WorkerParts parts) {
        var started = WorkerRuntime.start(config, parts);
        runtime = Optional.of(started);
        return new HealthEndpoint(started.healthAddress().getPort());
    }

    private static WorkerConfig config(String address, Map<String, String> more) {
        var environment = new HashMap<>(Map.of(
                "TEMPORAL_ADDRESS", address,
                "TEMPORAL_TASK_QUEUE", "greetings",
                "POD_NAME", "pod-a",
                "POD_IP", "127.0.0.1",
                "HEALTH_CHECK_PORT", "0"));
        environment.putAll(more);
        return WorkerConfig.from(environment);
    }

    /** gRPC's own threads are shared by every channel of the process, are daemons and end by themselves. */
    private static void assertNoThreadsLeft() {
        await().untilAsserted(() -> assertThat(Thread.getAllStackTraces().keySet())
                .filteredOn(
                        thread -> thread.getName()
                                .matches(
                                        "(?i)(health|dependency-health|connect-to-temporal|grpc-connection.*|.*(poller|executor|workflow|activity|shutdown).*)"))
                .filteredOn(thread -> !thread.getName().startsWith("grpc-default"))
                .extracting(Thread::getName)
                .isEmpty());
    }
}
