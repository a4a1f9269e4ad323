package com.nineminds.temporal.operator.temporal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import com.nineminds.temporal.operator.gate.Frontend;
import com.nineminds.temporal.operator.gate.TaskKind;
import com.nineminds.temporal.operator.temporal.TemporalUnavailableException.Reason;
import io.grpc.Status;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the embedded server cannot show: several partitions, refusals, and connections that come and go. */
class ScriptedFrontendTest {

    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final Instant NOW = Instant.parse("2030-01-01T00:00:00Z");

    private Instant now = NOW;
    private final ScriptedFrontend frontend = new ScriptedFrontend();
    private final TaskQueuePollers pollers = new TaskQueuePollers(() -> now, Optional.empty());

    ScriptedFrontendTest() throws IOException {}

    @AfterEach
    void close() {
        pollers.close();
        frontend.close();
    }

    @Test
    void the_pollers_of_all_partitions_are_one_list_with_each_ones_latest_access() throws Exception {
        frontend.poller("tenants", "pod-a", NOW.minusSeconds(50));
        frontend.poller("/_sys/tenants/1", "pod-b", NOW.minusSeconds(40));
        frontend.poller("/_sys/tenants/2", "pod-a", NOW.minusSeconds(30));
        frontend.poller("/_sys/tenants/3", "pod-c", NOW.minusSeconds(20));

        var seen = pollers.read(
                new TemporalEndpoint(Frontend.inPlainText(frontend.address()), "default"), "tenants", TIMEOUT);

        assertThat(seen.get(TaskKind.WORKFLOW))
                .isEqualTo(List.of(
                        new PollerSighting("pod-a", NOW.minusSeconds(30)),
                        new PollerSighting("pod-b", NOW.minusSeconds(40)),
                        new PollerSighting("pod-c", NOW.minusSeconds(20))));
        assertThat(seen.get(TaskKind.ACTIVITY)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "NOT_FOUND, NAMESPACE_NOT_FOUND, correct spec.temporal.namespace",
        "PERMISSION_DENIED, PERMISSION_DENIED, grant it read access",
        "UNAUTHENTICATED, PERMISSION_DENIED, give it an API key or a client certificate",
        "UNAVAILABLE, UNREACHABLE, check spec.temporal.address",
        "RESOURCE_EXHAUSTED, REFUSED, frontend's log",
        "UNIMPLEMENTED, REFUSED, frontend's log"
    })
    void a_refusal_is_told_with_address_and_remedy(Status.Code code, Reason reason, String remedy) {
        frontend.answerWith(code.toStatus().withDescription("because"));

        var refused = catchThrowableOfType(
                TemporalUnavailableException.class,
                () -> pollers.read(
                        new TemporalEndpoint(Frontend.inPlainText(frontend.address()), "tenants-ns"),
                        "tenants",
                        TIMEOUT));

        assertThat(refused.reason()).isEqualTo(reason);
        assertThat(refused)
                .hasMessageContaining(frontend.address())
                .hasMessageContaining("because")
                .hasMessageContaining(remedy);
    }

    @Test
    void a_connection_is_shared_by_namespaces_and_closed_when_nobody_used_it_for_a_while() throws Exception {
        pollers.read(new TemporalEndpoint(Frontend.inPlainText(frontend.address()), "one"), "tenants", TIMEOUT);
        pollers.read(new TemporalEndpoint(Frontend.inPlainText(frontend.address()), "two"), "tenants", TIMEOUT);
        assertThat(frontend.connections()).isEqualTo(1);

        now = NOW.plus(Connections.IDLE).plusSeconds(1);
        try (var other = new ScriptedFrontend()) {
            pollers.read(new TemporalEndpoint(Frontend.inPlainText(other.address()), "one"), "tenants", TIMEOUT);
        }

        await().untilAsserted(() -> assertThat(frontend.connections()).isZero());
    }
}
