package com.nineminds.temporal.worker.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.nineminds.temporal.embedded.EmbeddedTemporal;
import com.nineminds.temporal.embedded.EmbeddedTemporalOptions;
import com.nineminds.temporal.worker.runtime.sample.GreetingRequest;
import io.temporal.api.enums.v1.EventType;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkerProcessTest {

    @BeforeAll
    static void waitLongOnBusyMachines() {
        Awaitility.setDefaultTimeout(Duration.ofSeconds(30));
    }

    @TempDir
    private Path directory;

    @Test
    void sigterm_lets_the_running_activity_complete_exactly_once_and_another_worker_goes_on_with_the_workflow()
            throws Exception {
        try (var temporal = EmbeddedTemporal.start(EmbeddedTemporalOptions.defaults());
                var client = new SampleClient(temporal.address());
                var first = WorkerProcess.start(directory, environment(temporal.address(), Map.of()))) {
            var workflow = client.start("greetings", new GreetingRequest("Ada", 2, 0, 3000));
            await().until(() -> client.activityRuns(workflow));

            first.terminate();

            assertThat(first.exitCode()).isEqualTo(ExitCode.STOPPED.number());
            assertThat(client.count(workflow, EventType.EVENT_TYPE_ACTIVITY_TASK_COMPLETED))
                    .isEqualTo(1);
            try (var second = WorkerProcess.start(directory, environment(temporal.address(), Map.of()))) {
                assertThat(workflow.getResult(30, TimeUnit.SECONDS, String.class))
                        .isEqualTo("Hello Ada (2)");
                second.terminate();
                assertThat(second.exitCode()).isEqualTo(ExitCode.STOPPED.number());
            }
            assertThat(client.count(workflow, EventType.EVENT_TYPE_ACTIVITY_TASK_STARTED))
                    .isEqualTo(2);
        }
    }

    @Test
    void a_second_signal_ends_it_at_once() throws Exception {
        try (var temporal = EmbeddedTemporal.start(EmbeddedTemporalOptions.defaults());
                var client = new SampleClient(temporal.address());
                var worker = WorkerProcess.start(directory, environment(temporal.address(), Map.of()))) {
            var workflow = client.start("greetings", new GreetingRequest("Ada", 1, 0, 60_000));
            await().until(() -> client.activityRuns(workflow));

            worker.terminate();
            await().until(() -> worker.output().contains("draining"));
            worker.terminate();

            assertThat(worker.exitCode()).isEqualTo(128 + 15);
        }
    }

    @Test
    void abandoned_work_shows_in_the_exit_code() throws Exception {
        try (var temporal = EmbeddedTemporal.start(EmbeddedTemporalOptions.defaults());
                var client = new SampleClient(temporal.address());
                var worker = WorkerProcess.start(
                        directory, environment(temporal.address(), Map.of("DRAIN_TIMEOUT", "300ms")))) {
            var workflow = client.start("greetings", new GreetingRequest("Ada", 1, 0, 60_000));
            await().until(() -> client.activityRuns(workflow));

            worker.terminate();

            assertThat(worker.exitCode()).isEqualTo(ExitCode.ABANDONED.number());
        }
    }

    @Test
    void a_wrong_configuration_ends_it_with_one_line_that_names_every_variable() throws Exception {
        try (var worker =
                WorkerProcess.start(directory, Map.of("DRAIN_TIMEOUT", "soon", "HEALTH_CHECK_PORT", "none"))) {

            assertThat(worker.exitCode()).isEqualTo(ExitCode.CONFIGURATION.number());
            assertThat(worker.output().lines())
                    .singleElement()
                    .asString()
                    .contains("TEMPORAL_ADDRESS", "TEMPORAL_TASK_QUEUES", "DRAIN_TIMEOUT", "HEALTH_CHECK_PORT");
        }
    }

    @Test
    void a_health_port_in_use_is_a_wrong_configuration() throws Exception {
        try (var taken = new ServerSocket(0);
                var worker = WorkerProcess.start(
                        directory,
                        environment("127.0.0.1:1", Map.of("HEALTH_CHECK_PORT", "" + taken.getLocalPort())))) {

            assertThat(worker.exitCode()).isEqualTo(ExitCode.CONFIGURATION.number());
            assertThat(worker.output()).contains("HEALTH_CHECK_PORT");
        }
    }

    @Test
    void the_check_prints_what_it_runs_and_what_it_cannot_reach() throws Exception {
        try (var temporal = EmbeddedTemporal.start(EmbeddedTemporalOptions.defaults());
                var check = WorkerProcess.start(directory, environment(temporal.address(), Map.of()), "--check")) {
            assertThat(check.exitCode()).isEqualTo(ExitCode.STOPPED.number());
            assertThat(check.output())
                    .contains("\"ok\" : true", "\"type\" : \"GreetingWorkflow\"", "Greetings_Compose");
        }
        try (var check = WorkerProcess.start(directory, environment("127.0.0.1:1", Map.of()), "--check")) {
            assertThat(check.exitCode()).isEqualTo(ExitCode.UNAVAILABLE.number());
            assertThat(check.output()).contains("\"ok\" : false", "\"temporal\" : \"127.0.0.1:1");
        }
    }

    @Test
    void a_history_of_a_type_that_the_build_has_lost_fails_its_replay() throws Exception {
        Files.writeString(directory.resolve("lost.json"), """
                {"events": [{"eventId": "1", "eventType": "EVENT_TYPE_WORKFLOW_EXECUTION_STARTED",
                  "workflowExecutionStartedEventAttributes": {"workflowType": {"name": "LostWorkflow"},
                    "taskQueue": {"name": "greetings"}, "originalExecutionRunId": "r", "firstExecutionRunId": "r"}},
                 {"eventId": "2", "eventType": "EVENT_TYPE_WORKFLOW_TASK_SCHEDULED"},
                 {"eventId": "3", "eventType": "EVENT_TYPE_WORKFLOW_TASK_STARTED"}]}""");

        try (var replay = WorkerProcess.start(directory, Map.of(), "replay", directory.toString())) {
            assertThat(replay.exitCode()).isEqualTo(ExitCode.REPLAY_FAILED.number());
            assertThat(replay.output()).contains("lost.json: ").contains("LostWorkflow");
        }
    }

    private static Map<String, String> environment(String address, Map<String, String> more) {
        var environment = new HashMap<>(Map.of(
                "TEMPORAL_ADDRESS", address,
                "TEMPORAL_TASK_QUEUES", "greetings",
                "POD_NAME", "pod-a",
                "POD_IP", "127.0.0.1",
                "HEALTH_CHECK_PORT", "0"));
        environment.putAll(more);
        return environment;
    }
}
