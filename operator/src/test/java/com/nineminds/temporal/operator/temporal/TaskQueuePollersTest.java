package com.nineminds.temporal.operator.temporal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import com.nineminds.temporal.embedded.EmbeddedTemporal;
import com.nineminds.temporal.embedded.EmbeddedTemporalOptions;
import com.nineminds.temporal.operator.gate.Frontend;
import com.nineminds.temporal.operator.gate.TaskKind;
import com.nineminds.temporal.operator.temporal.TemporalUnavailableException.Reason;
import io.temporal.worker.WorkerOptions;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class TaskQueuePollersTest {

    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    private final TaskQueuePollers pollers = new TaskQueuePollers(Clock.systemUTC(), Optional.empty());

    @BeforeAll
    static void waitLongOnBusyMachines() {
        Awaitility.setDefaultTimeout(Duration.ofSeconds(30));
    }

    @AfterEach
    void close() {
        pollers.close();
    }

    @Test
    void a_worker_is_seen_on_both_kinds_of_its_task_queue_with_its_last_access() throws Exception {
        Instant before = Instant.now();
        try (var temporal = EmbeddedTemporal.start(EmbeddedTemporalOptions.defaults())) {
            var endpoint = new TemporalEndpoint(Frontend.inPlainText(temporal.address()), "default");
            try (var worker = new PollingWorker(endpoint, "tenants", "pod-a@7", WorkerOptions.getDefaultInstance())) {
                assertThat(worker).isNotNull();
                await().untilAsserted(() -> assertThat(pollers.read(endpoint, "tenants", TIMEOUT))
                        .containsOnlyKeys(TaskKind.values())
                        .allSatisfy((kind, seen) -> assertThat(seen)
                                .singleElement()
                                .satisfies(poller -> {
                                    assertThat(poller.identity()).isEqualTo("pod-a@7");
                                    assertThat(poller.lastAccess()).isBetween(before, Instant.now());
                                })));
            }
        }
    }

    @Test
    void a_task_queue_that_nobody_polls_has_no_pollers() throws Exception {
        try (var temporal = EmbeddedTemporal.start(EmbeddedTemporalOptions.defaults())) {
            var endpoint = new TemporalEndpoint(Frontend.inPlainText(temporal.address()), "default");

            assertThat(pollers.read(endpoint, "misspelt", TIMEOUT))
                    .isEqualTo(Map.of(TaskKind.WORKFLOW, List.of(), TaskKind.ACTIVITY, List.of()));
        }
    }

    @Test
    void a_server_that_is_not_there_is_unreachable_by_name_and_is_read_as_soon_as_it_is_back() throws Exception {
        int port = freePort();
        var endpoint = new TemporalEndpoint(Frontend.inPlainText("127.0.0.1:" + port), "default");

        var absent = catchThrowableOfType(
                TemporalUnavailableException.class, () -> pollers.read(endpoint, "tenants", TIMEOUT));
        assertThat(absent.reason()).isEqualTo(Reason.UNREACHABLE);
        assertThat(absent).hasMessageContaining(endpoint.address()).hasMessageContaining("spec.temporal.address");

        try (var temporal =
                EmbeddedTemporal.start(EmbeddedTemporalOptions.defaults().withPort(port))) {
            assertThat(temporal.address()).isEqualTo(endpoint.address());
            assertThat(pollers.read(endpoint, "tenants", TIMEOUT)).containsOnlyKeys(TaskKind.values());
        }
    }

    @Test
    void a_server_that_never_answers_is_unreachable_when_the_time_is_over() throws IOException {
        try (var silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var endpoint = new TemporalEndpoint(Frontend.inPlainText("127.0.0.1:" + silent.getLocalPort()), "default");

            var late = catchThrowableOfType(
                    TemporalUnavailableException.class,
                    () -> pollers.read(endpoint, "tenants", Duration.ofMillis(300)));

            assertThat(late.reason()).isEqualTo(Reason.UNREACHABLE);
            assertThat(late).hasMessageContaining("DEADLINE_EXCEEDED");

            var again = catchThrowableOfType(
                    TemporalUnavailableException.class,
                    () -> pollers.read(endpoint, "tenants", Duration.ofMillis(300)));
            assertThat(again).as("the same failure is no news").hasMessage(late.getMessage());
        }
    }

    @Test
    void an_address_that_is_none_is_unreachable_too() {
        var endpoint = new TemporalEndpoint(Frontend.inPlainText("not an address"), "default");

        var wrong = catchThrowableOfType(
                TemporalUnavailableException.class, () -> pollers.read(endpoint, "tenants", TIMEOUT));

        assertThat(wrong.reason()).isEqualTo(Reason.UNREACHABLE);
        assertThat(wrong).hasMessageContaining("not an address");
    }

    @Test
    void closing_leaves_no_thread_behind() throws Exception {
        try (var temporal = EmbeddedTemporal.start(EmbeddedTemporalOptions.defaults())) {
            pollers.read(new TemporalEndpoint(Frontend.inPlainText(temporal.address()), "default"), "tenants", TIMEOUT);
            assertThat(connectionThreads()).isNotEmpty();

            pollers.close();

            await().untilAsserted(() -> assertThat(connectionThreads()).isEmpty());
        }
    }

    /** gRPC's own threads are shared by every channel of the process, are daemons and end by themselves. */
    private static List<String> connectionThreads() {
        return Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .filter(name -> name.startsWith("grpc-connection-manager"))
                .toList();
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
