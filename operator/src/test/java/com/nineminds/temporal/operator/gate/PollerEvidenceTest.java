package com.nineminds.temporal.operator.gate;

import static org.assertj.core.api.Assertions.assertThat;

import com.nineminds.temporal.operator.gate.Measurement.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What the pollers that Temporal remembers prove about a revision. */
class PollerEvidenceTest {
    private static final Duration TIMEOUT = Duration.ofSeconds(60);
    private static final Instant READY = Instant.parse("2026-01-01T12:00:00Z");
    private static final PollingPod ONE = new PollingPod("mail-green-1", READY.minusSeconds(20), READY);
    private static final PollingPod TWO = new PollingPod("mail-green-2", READY.minusSeconds(20), READY.plusSeconds(30));
    private static final PollerQuestion QUESTION = question(List.of("orders"), ONE);

    @Test
    void aPollerOfTheRevisionOnEveryQueuePasses() {
        PollerQuestion both = question(List.of("orders", "mails"), ONE, TWO);
        Map<String, List<Sighting>> seen =
                Map.of("orders", List.of(seen("1@mail-green-1", 5)), "mails", List.of(seen("1@mail-green-2", 5)));

        assertThat(judge(both, seen, 5)).isEqualTo(new Measurement(Outcome.PASS, "pollers seen on orders, mails"));
    }

    @Test
    void oneSilentQueueIsNamedAndFailsAfterTheTimeout() {
        PollerQuestion both = question(List.of("orders", "mails"), ONE);
        Map<String, List<Sighting>> seen = Map.of("orders", List.of(seen("1@mail-green-1", 5)));

        assertThat(judge(both, seen, 59)).isEqualTo(new Measurement(Outcome.PENDING, "no poller yet on mails"));
        assertThat(judge(both, seen, 60))
                .isEqualTo(new Measurement(Outcome.FAIL, "no poller of its pods on mails 60 s after they were ready"));
    }

    @Test
    void theTimeoutBeginsWithThePodThatWasReadyLast() {
        assertThat(judge(question(List.of("orders"), ONE, TWO), Map.of(), 89).outcome())
                .isEqualTo(Outcome.PENDING);
        assertThat(judge(question(List.of("orders"), ONE, TWO), Map.of(), 90).outcome())
                .isEqualTo(Outcome.FAIL);
    }

    @Test
    void withoutAReadyPodNothingIsProven() {
        assertThat(judge(question(List.of("orders")), Map.of(), 3600))
                .isEqualTo(new Measurement(Outcome.PENDING, "no pod is ready yet"));
    }

    @Test
    void withoutAQueueNothingIsProven() {
        assertThat(judge(question(List.of(), ONE), Map.of(), 3600).outcome()).isEqualTo(Outcome.UNKNOWN);
    }

    @Test
    void aPollerThatIsOlderThanThePodIsNotThePods() {
        Map<String, List<Sighting>> old = Map.of("orders", List.of(seen("1@mail-green-1", -21)));

        assertThat(judge(QUESTION, old, 60).outcome()).isEqualTo(Outcome.FAIL);
    }

    @Test
    void pollersOfTheRevisionBeforeProveNothingAboutThisOne() {
        Map<String, List<Sighting>> stable = Map.of("orders", List.of(seen("1@mail-blue-7", 59)));

        assertThat(judge(QUESTION, stable, 60).outcome()).isEqualTo(Outcome.FAIL);
    }

    @Test
    void aLivePollerThatBelongsToNobodyMakesTheAnswerUnknownAndTellsTheRemedy() {
        Map<String, List<Sighting>> strange = Map.of("orders", List.of(seen("4711@laptop", 59)));

        Measurement measurement = judge(QUESTION, strange, 60);

        assertThat(measurement.outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(measurement.message()).contains("orders", "4711@laptop", "POD_NAME");
    }

    @Test
    void aStrangerThatHasNotPolledSinceIsNoExcuse() {
        Map<String, List<Sighting>> gone = Map.of("orders", List.of(seen("4711@laptop", 0)));

        assertThat(judge(QUESTION, gone, 60).outcome()).isEqualTo(Outcome.FAIL);
    }

    @Test
    void aStrangerOnAnotherQueueIsNoExcuse() {
        PollerQuestion both = question(List.of("orders", "mails"), ONE);
        Map<String, List<Sighting>> seen =
                Map.of("orders", List.of(seen("1@mail-green-1", 5), seen("4711@laptop", 59)));

        assertThat(judge(both, seen, 60).outcome()).isEqualTo(Outcome.FAIL);
    }

    private static Measurement judge(PollerQuestion question, Map<String, List<Sighting>> seen, int secondsAfterReady) {
        return PollerEvidence.judge(question, seen, TIMEOUT, READY.plusSeconds(secondsAfterReady));
    }

    private static Sighting seen(String identity, int secondsAfterReady) {
        return new Sighting(identity, READY.plusSeconds(secondsAfterReady));
    }

    private static PollerQuestion question(List<String> queues, PollingPod... pods) {
        return new PollerQuestion(
                "temporal:7233", "default", queues, List.of(pods), Set.of("mail-green-", "mail-blue-"));
    }
}
