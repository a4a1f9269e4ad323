package com.nineminds.temporal.operator.health;

import static com.nineminds.temporal.operator.health.Containers.waiting;
import static com.nineminds.temporal.operator.health.PodSketch.NOW;
import static com.nineminds.temporal.operator.health.PodSketch.pod;
import static org.assertj.core.api.Assertions.assertThat;

import com.nineminds.temporal.operator.decide.Failure;
import com.nineminds.temporal.operator.decide.Reason;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** An image that does not exist is the revision's fault, a registry that does not answer is not. */
class ImagePullTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ErrImagePull      | failed to resolve reference \"reg.example/orders:9\": reg.example/orders:9: not found",
                "ImagePullBackOff  | Back-off pulling image \"reg.example/orders:9\": ErrImagePull: manifest unknown",
                "ErrImagePull      | pull access denied for orders, repository does not exist or may require 'docker login'",
                "ErrImagePull      | unexpected status from HEAD request to https://reg.example/v2/orders/manifests/x: 401 Unauthorized",
                "ErrImagePull      | unexpected status from HEAD request to https://reg.example/v2/orders/manifests/503: 404 Not Found",
                "ErrImagePull      | reg.example/orders@sha256:0429bd502c: not found",
                "ErrImagePull      | reg.example/orders:429: not found",
                "InvalidImageName  | Failed to apply default image tag \"Orders:9\": repository name must be lowercase",
                "ErrImageNeverPull | Container image \"orders:9\" is not present with pull policy of Never",
                "SignatureValidationFailed | signature of orders:9 is not valid",
                "ImageInspectError | Failed to inspect image \"orders:9\"",
            })
    void aBadImageIsFatalAtOnce(String reason, String message) {
        PodView pod = pod().with(waiting(reason, message)).is();

        assertThat(PodFailures.fatal(pod, Set.of(), NOW))
                .contains(Failure.of(Reason.ImagePullFailed, "worker", "orders-1", reason + ": " + message));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "unexpected status from HEAD request to https://reg.example/v2/orders/manifests/9: 503 Service Unavailable",
                "unexpected status code [manifests 9]: 429 Too Many Requests",
                "toomanyrequests: You have reached your pull rate limit",
                "received unexpected HTTP status: 502 Bad Gateway",
                "fetching target platform image: StatusCode: 504, <html>",
                "pull QPS exceeded",
                "failed to do request: Head \"https://reg.example/v2/\": dial tcp 10.0.0.1:443: connect: connection refused",
                "dial tcp 10.0.0.1:443: i/o timeout",
                "dial tcp: lookup reg.example on 10.0.0.10:53: server misbehaving",
                "net/http: TLS handshake timeout",
                "net/http: request canceled (Client.Timeout exceeded while awaiting headers)",
                "rpc error: code = DeadlineExceeded desc = context deadline exceeded",
                "read tcp 10.0.0.2:1->10.0.0.1:443: read: connection reset by peer",
                "failed to copy: httpReadSeeker: failed open: unexpected EOF",
                "Get \"https://reg.example/v2/\": EOF",
                "dial tcp 10.0.0.1:443: connect: no route to host",
            })
    void aRegistryInTroubleHasTwoMinutesToRecover(String message) {
        PodView young = pod().aged(Duration.ofSeconds(119))
                .with(waiting("ErrImagePull", message))
                .is();
        PodView old = pod().aged(Duration.ofSeconds(120))
                .with(waiting("ImagePullBackOff", message))
                .is();

        assertThat(PodFailures.fatal(young, Set.of(), NOW)).isEmpty();
        assertThat(PodFailures.fatal(old, Set.of(), NOW)).map(Failure::reason).contains(Reason.RegistryUnavailable);
    }

    @Test
    void aKubeletThatCallsTheRegistryUnavailableNeedsNoFurtherWords() {
        PodView pod = pod().with(waiting("RegistryUnavailable", "image pull failed for orders:9"))
                .is();

        assertThat(PodFailures.fatal(pod, Set.of(), NOW)).isEmpty();
    }

    @Test
    void theBackOffOfAnOlderKubeletProvesNothingUntilTheGraceIsOver() {
        ContainerView backOff = waiting("ImagePullBackOff", "Back-off pulling image \"orders:9\"");

        assertThat(PodFailures.fatal(pod().with(backOff).is(), Set.of(), NOW)).isEmpty();
        assertThat(PodFailures.fatal(
                        pod().aged(Duration.ofMinutes(3)).with(backOff).is(), Set.of(), NOW))
                .map(Failure::reason)
                .contains(Reason.ImagePullFailed);
    }

    @Test
    void theGraceBeginsWhenThePodHasItsNode() {
        ContainerView limited = waiting("ErrImagePull", "429 Too Many Requests");
        PodView late = pod().aged(Duration.ofHours(1))
                .scheduledAgo(Duration.ofSeconds(30))
                .with(limited)
                .is();
        PodView untold =
                pod().aged(Duration.ofHours(1)).neverScheduled().with(limited).is();

        assertThat(PodFailures.fatal(late, Set.of(), NOW)).isEmpty();
        assertThat(PodFailures.fatal(untold, Set.of(), NOW))
                .map(Failure::reason)
                .contains(Reason.RegistryUnavailable);
    }
}
