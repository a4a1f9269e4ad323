package com.nineminds.temporal.operator.report.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.nineminds.temporal.api.v1alpha1.TemporalWorker;
import com.nineminds.temporal.operator.decide.Notice;
import com.nineminds.temporal.operator.decide.Reason;
import io.fabric8.kubernetes.api.model.Event;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class EventPublisherTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-01-02T03:04:05.678Z"), ZoneOffset.UTC);
    private static final Notice STARTED = notice(Reason.RolloutStarted, "b-1");
    private static final Notice ROLLED_BACK = notice(Reason.RolledBack, "b-1/1/ROLLED_BACK/7");

    private final Logger log = (Logger) LoggerFactory.getLogger(EventPublisher.class);
    private final ListAppender<ILoggingEvent> logged = new ListAppender<>();
    private final EventsEndpoint cluster;
    private final KubernetesClient client;

    EventPublisherTest() throws IOException {
        cluster = new EventsEndpoint();
        client = cluster.client();
    }

    @BeforeEach
    void recordLog() {
        logged.start();
        log.addAppender(logged);
        log.setLevel(Level.WARN);
        log.setAdditive(false);
    }

    @AfterEach
    void stop() {
        log.detachAppender(logged);
        log.setLevel(null);
        log.setAdditive(true);
        cluster.close();
        client.close();
    }

    @Test
    void anEventTellsWhoWhatAndWhen() {
        try (EventPublisher publisher = publisher(100)) {
            publisher.publish(worker("uid-1"), List.of(ROLLED_BACK));
        }

        Event event = cluster.created().get(0);
        assertThat(event.getType()).isEqualTo("Warning");
        assertThat(event.getReason()).isEqualTo("RolledBack");
        assertThat(event.getMessage()).isEqualTo("told");
        assertThat(event.getReportingComponent()).isEqualTo("temporal-worker-operator");
        assertThat(event.getFirstTimestamp()).isEqualTo("2026-01-02T03:04:05Z");
        assertThat(event.getInvolvedObject().getKind()).isEqualTo("TemporalWorker");
        assertThat(event.getInvolvedObject().getApiVersion()).isEqualTo("temporal.nineminds.com/v1alpha1");
        assertThat(event.getInvolvedObject().getUid()).isEqualTo("uid-1");
        assertThat(event.getMetadata().getName()).matches("billing\\.[0-9a-f]{20}");
    }

    @Test
    void whatIsNoWarningIsNormal() {
        try (EventPublisher publisher = publisher(100)) {
            publisher.publish(worker("uid-1"), List.of(STARTED));
        }

        assertThat(cluster.created()).extracting(Event::getType).containsExactly("Normal");
    }

    @Test
    void aRepeatedNoticeMakesNoCall() {
        try (EventPublisher publisher = publisher(100)) {
            IntStream.range(0, 100).forEach(each -> publisher.publish(worker("uid-1"), List.of(STARTED)));
        }

        assertThat(cluster.calls()).isEqualTo(1);
    }

    @Test
    void aRepeatAfterARestartIsRefusedByItsNameAndNoConcern() {
        try (EventPublisher before = publisher(100)) {
            before.publish(worker("uid-1"), List.of(STARTED));
        }
        try (EventPublisher after = publisher(100)) {
            after.publish(worker("uid-1"), List.of(STARTED));
            await().untilAsserted(() -> assertThat(cluster.calls()).isEqualTo(2));
            assertThat(after.lost()).isZero();
        }

        assertThat(cluster.created()).hasSize(1);
        assertThat(logged.list).isEmpty();
    }

    @Test
    void reasonsAndObjectsThatShareAKeyAreToldEach() {
        try (EventPublisher publisher = publisher(100)) {
            publisher.publish(
                    worker("uid-1"), List.of(notice(Reason.Approved, "b#1"), notice(Reason.RetryRequested, "b#1")));
            publisher.publish(worker("uid-2"), List.of(notice(Reason.Approved, "b#1")));
        }

        assertThat(cluster.created()).hasSize(3);
    }

    @Test
    void aSlowApiServerDoesNotHoldUpTheCallerAndWhatDoesNotFitIsCounted() {
        cluster.hold();
        try (EventPublisher publisher = publisher(2)) {
            publisher.publish(worker("uid-1"), List.of(notice(Reason.Baking, "0")));
            await().untilAsserted(() -> assertThat(cluster.calls()).isEqualTo(1));
            publisher.publish(
                    worker("uid-1"),
                    IntStream.rangeClosed(1, 5)
                            .mapToObj(each -> notice(Reason.Baking, "" + each))
                            .toList());

            assertThat(publisher.lost()).isEqualTo(3);
            assertThat(cluster.created()).isEmpty();
            cluster.release();
        }
        assertThat(cluster.created()).hasSize(3);
    }

    @Test
    void aMissingPermissionIsLoggedOnceAndNotTriedAgain() {
        cluster.answer(403);
        try (EventPublisher publisher = publisher(100)) {
            publisher.publish(worker("uid-1"), List.of(STARTED, ROLLED_BACK));
            await().untilAsserted(() -> assertThat(publisher.lost()).isEqualTo(2));
            publisher.publish(worker("uid-1"), List.of(STARTED, ROLLED_BACK));
        }

        assertThat(cluster.calls()).isEqualTo(2);
        assertThat(logged.list).extracting(ILoggingEvent::getLevel).containsExactly(Level.WARN);
    }

    @Test
    void anOutageIsOverWhenTheNextNoticeIsRepeated() {
        cluster.answer(500);
        try (EventPublisher publisher = publisher(100)) {
            publisher.publish(worker("uid-1"), List.of(STARTED));
            await().untilAsserted(() -> assertThat(publisher.lost()).isEqualTo(1));
            cluster.answer(201);
            publisher.publish(worker("uid-1"), List.of(STARTED));
        }

        assertThat(cluster.created()).hasSize(1);
    }

    @Test
    void closingDoesNotWaitForAnApiServerThatHangs() {
        EventPublisher publisher = new EventPublisher(client, CLOCK, 100, Duration.ofMillis(100));
        cluster.hold();
        publisher.publish(worker("uid-1"), List.of(STARTED, ROLLED_BACK));

        publisher.close();

        await().atMost(Duration.ofSeconds(5))
                .untilAsserted(() -> assertThat(publisher.lost()).isEqualTo(2));
    }

    @Test
    void afterTheCloseANoticeIsCountedAsLostAndFailsNobody() {
        EventPublisher publisher = publisher(100);
        publisher.close();

        publisher.publish(worker("uid-1"), List.of(STARTED));

        assertThat(publisher.lost()).isEqualTo(1);
        assertThat(cluster.calls()).isZero();
    }

    @Test
    void aMessageIsCutToWhatAnEventMayHold() {
        try (EventPublisher publisher = publisher(100)) {
            publisher.publish(worker("uid-1"), List.of(new Notice(Reason.RollingBack, "x".repeat(5_000), "b-1")));
        }

        assertThat(cluster.created().get(0).getMessage()).hasSize(1_024);
    }

    /** Patient on close, so that a busy machine fails no test. */
    private EventPublisher publisher(int queue) {
        return new EventPublisher(client, CLOCK, queue, Duration.ofSeconds(30));
    }

    private static Notice notice(Reason reason, String key) {
        return new Notice(reason, "told", key);
    }

    private static TemporalWorker worker(String uid) {
        TemporalWorker worker = new TemporalWorker();
        worker.setMetadata(new ObjectMetaBuilder()
                .withNamespace("team-a")
                .withName("billing")
                .withUid(uid)
                .build());
        return worker;
    }
}
