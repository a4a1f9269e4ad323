package com.nineminds.temporal.worker.runtime.connection;

import static org.assertj.core.api.Assertions.assertThat;

import com.nineminds.temporal.worker.runtime.config.WorkerConfig;
import io.grpc.Status;
import java.net.ConnectException;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ConnectionProblemTest {

    @Test
    void a_server_that_repeats_the_key_does_not_get_it_shown() {
        var refused = Status.UNAUTHENTICATED
                .withDescription("unknown key some-key")
                .withCause(new IllegalStateException("it was some-key"))
                .asRuntimeException();

        assertThat(ConnectionProblem.of(config(Map.of("TEMPORAL_API_KEY", "some-key")), refused))
                .isEqualTo(
                        "temporal:7233, namespace tenants: UNAUTHENTICATED: unknown key *** (it was ***): the server does not take"
                                + " TEMPORAL_API_KEY: check that it is this server's, and neither expired nor deleted");
    }

    @Test
    void a_namespace_that_may_not_be_used_is_told_with_what_was_shown() {
        var refused = Status.PERMISSION_DENIED
                .withDescription("Request unauthorized.")
                .asRuntimeException();

        assertThat(ConnectionProblem.of(config(Map.of("TEMPORAL_API_KEY", "some-key")), refused))
                .endsWith(
                        "check that TEMPORAL_NAMESPACE is the namespace's whole name, and that TEMPORAL_API_KEY is allowed to use it");
        assertThat(ConnectionProblem.of(config(Map.of()), refused))
                .endsWith("and that a worker without TEMPORAL_API_KEY and client certificate is allowed to use it");
    }

    @Test
    void an_outage_is_told_with_its_cause_and_nothing_to_set() {
        var refused = Status.UNAVAILABLE
                .withDescription("io exception")
                .withCause(new ConnectException("Connection refused: temporal:7233"))
                .asRuntimeException();

        assertThat(ConnectionProblem.of(config(Map.of()), refused))
                .isEqualTo(
                        "temporal:7233, namespace tenants: UNAVAILABLE: io exception (Connection refused: temporal:7233)");
        assertThat(ConnectionProblem.of(config(Map.of("TEMPORAL_TLS", "true")), refused))
                .isEqualTo(
                        "temporal:7233, namespace tenants: UNAVAILABLE: io exception (Connection refused: temporal:7233)");
    }

    private static WorkerConfig config(Map<String, String> settings) {
        var all = new HashMap<>(settings);
        all.put("TEMPORAL_ADDRESS", "temporal:7233");
        all.put("TEMPORAL_NAMESPACE", "tenants");
        all.put("TEMPORAL_TASK_QUEUE", "greetings");
        return WorkerConfig.from(all);
    }
}
