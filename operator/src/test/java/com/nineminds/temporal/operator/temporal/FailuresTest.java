package com.nineminds.temporal.operator.temporal;

import static org.assertj.core.api.Assertions.assertThat;

import com.nineminds.temporal.operator.gate.Frontend;
import io.grpc.Status;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a server says goes into status and events, for everybody who may read workers. */
class FailuresTest {
    private static final TemporalEndpoint ENDPOINT =
            new TemporalEndpoint(new Frontend("temporal.example.com:7233", true, Optional.empty()), "default");

    private final Failures failures = new Failures(
            ENDPOINT, new Credentials(Optional.empty(), Optional.empty(), Optional.of("placeholder-1")), "api-key");

    @Test
    void a_server_that_repeats_the_api_key_does_not_get_it_shown() {
        assertThat(failures.of(Status.UNAUTHENTICATED
                        .withDescription("invalid token placeholder-1")
                        .asRuntimeException()))
                .hasMessageContaining("invalid token ***")
                .hasMessageNotContaining("placeholder-1");
    }

    @Test
    void a_server_that_says_much_is_cut_short() {
        assertThat(failures.of(Status.INTERNAL
                                .withDescription("x".repeat(100_000))
                                .asRuntimeException())
                        .getMessage())
                .hasSizeLessThan(1_000);
    }
}
