package com.nineminds.temporal.operator.gate;

import static org.assertj.core.api.Assertions.assertThat;

import com.nineminds.temporal.operator.gate.Measurement.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
    void everyPodOnEveryQueuePasses() {
        PollerQuestion both = question(List.of("orders", "mails"), ONE, TWO);
        List<Sighting> pods = List.of(seen("1@mail-green-1", 5), seen("1@mail-green-2", 5));

        assertThat(judge(both, Map.of("orders", pods, "mails", pods), 5))
                .isEqualTo(new Measurement(Outcome.PASS, "pollers seen on orders, mails"));
    }

    /** The code is the same, so it is not the revision's fault; but who polls nothing takes no work over. */
    @Test
    void onePodDoesNotVouchForAnother() {
        Map<String, List<Sighting>> seen = Map.of("orders", List.of(seen("1@mail-green-1", 5)));
        PollerQuestion both = question(List.of("orders"), ONE, TWO);

        assertThat(judge(both, seen, 89))
                .isEqualTo(new Measurement(Outcome.PENDING, "no poller yet on orders by mail-green-2"));
        assertThat(judge(both, seen, 90).outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(judge(both, seen, 90).message()).contains("no poller on orders by mail-green-2", "nodes");
    }

    /** A pod whose slots are all taken by long activities asks for nothing, and Temporal forgets it. */
    @Test
    void aPodThatPassedInAnEarlierStepMayBeTooBusyToPoll() {
        Map<String, List<Sighting>> seen = Map.of("orders", List.of(seen("1@mail-green-2", 35)));

        assertThat(judge(step(1, ONE, TWO), seen, 90).outcome()).isEqualTo(Outcome.PASS);
        assertThat(judge(step(2, ONE, TWO), seen, 90).outcome()).isEqualTo(Outcome.UNKNOWN);
    }

    @Test
    void thePodsOfTheStepBeforeDoNotVouchForThoseOfThisOne() {
        Map<String, List<Sighting>> seen = Map.of("orders", List.of(seen("1@mail-green-1", 5)));

        assertThat(judge(step(1, ONE, TWO), seen, 90).outcome()).isEqualTo(Outcome.UNKNOWN);
    }

    /** As when its workflows are not registered any more: workflow tasks would wait for ever. */
    @Test
    void aRevisionMustPollForWhatTheStableOnePollsFor() {
        Sighting activities = new Sighting("1@mail-green-1", TaskKind.ACTIVITY, READY.plusSeconds(5));
        Sighting workflowsOfStable = new Sighting("1@mail-blue-7", TaskKind.WORKFLOW, READY.minusSeconds(200));

        assertThat(judge(QUESTION, Map.of("orders", List.of(activities)), 5).outcome())
                .isEqualTo(Outcome.PASS);
        assertThat(judge(QUESTION, Map.of("orders", List.of(activities, workflowsOfStable)), 60))
                .isEqualTo(new Measurement(
                        Outcome.FAIL, "no poller of its pods on orders for workflow tasks 60 s after they were ready"));
    }

    /** A rejected revision may have polled for more than this one ever will. */
    @Test
    void whatOtherRevisionsPolledForIsNotAskedOfThisOne() {
        Sighting activities = new Sighting("1@mail-green-1", TaskKind.ACTIVITY, READY.plusSeconds(5));
        Sighting rejected = new Sighting("1@mail-red-3", TaskKind.WORKFLOW, READY.minusSeconds(100));

        assertThat(judge(QUESTION, Map.of("orders", List.of(activities, rejected)), 60)
                        .outcome())
                .isEqualTo(Outcome.PASS);
    }

    /** The workflows moved to another worker. */
    @Test
    void aKindThatSomebodyElsePollsForIsLeftToAPerson() {
        Sighting activities = new Sighting("1@mail-green-1", TaskKind.ACTIVITY, READY.plusSeconds(5));
        Sighting stable = new Sighting("1@mail-blue-7", TaskKind.WORKFLOW, READY.minusSeconds(200));
        Sighting stranger = new Sighting("1@orders-7", TaskKind.WORKFLOW, READY.plusSeconds(50));
        Sighting beside = new Sighting("1@orders-7", TaskKind.ACTIVITY, READY.plusSeconds(50));

        assertThat(judge(QUESTION, Map.of("orders", List.of(activities, stable, stranger)), 60)
                        .outcome())
                .isEqualTo(Outcome.UNKNOWN);
        assertThat(judge(QUESTION, Map.of("orders", List.of(activities, stable, beside)), 60)
                        .outcome())
                .isEqualTo(Outcome.FAIL);
    }

    /** Its memory is empty after a restart, and workers that it left alone for a while are slow to come back. */
    @Test
    void theTimeoutBeginsAnewWithAServerThatComesBack() {
        Instant back = READY.plusSeconds(300);

        assertThat(PollerEvidence.judge(QUESTION, Map.of(), TIMEOUT, back, back.plusSeconds(59))
                        .outcome())
                .isEqualTo(Outcome.PENDING);
        assertThat(PollerEvidence.judge(QUESTION, Map.of(), TIMEOUT, back, back.plusSeconds(60))
                        .outcome())
                .isEqualTo(Outcome.FAIL);
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
        return PollerEvidence.judge(question, seen, TIMEOUT, Instant.EPOCH, READY.plusSeconds(secondsAfterReady));
    }

    private static Sighting seen(String identity, int secondsAfterReady) {
        return new Sighting(identity, TaskKind.ACTIVITY, READY.plusSeconds(secondsAfterReady));
    }

    private static PollerQuestion question(List<String> queues, PollingPod... pods) {
        return question(queues, pods.length, List.of(pods));
    }

    private static PollerQuestion step(int newPods, PollingPod... pods) {
        return question(List.of("orders"), newPods, List.of(pods));
    }

    private static PollerQuestion question(List<String> queues, int unproven, List<PollingPod> pods) {
        return new PollerQuestion(
                Frontend.inPlainText("temporal:7233"),
                "default",
                queues,
                pods,
                unproven,
                Optional.of("mail-blue-"),
                Set.of("mail-green-", "mail-blue-", "mail-red-"));
    }
}
