package com.nineminds.temporal.operator.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.nineminds.temporal.operator.decide.GatePolicy;
import com.nineminds.temporal.operator.decide.GateReading;
import com.nineminds.temporal.operator.decide.GateRequest;
import com.nineminds.temporal.operator.decide.GateVerdict;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/**
 * Gates are measured aside, each as long as somebody asks, and no source holds up anybody else. Threads are told by their name, which
 * those of operators in other tests have too, so it runs alone.
 */
@Isolated
class GateRunnerTest {
    private static final String POD = "mail-green-1";
    private static final Duration LONG = Duration.ofHours(1);

    private final ScriptedSource source = new ScriptedSource();
    private final Map<WorkerKey, AtomicInteger> nudges = new ConcurrentHashMap<>();
    private final Listener listener = new Listener(
            worker -> nudges.computeIfAbsent(worker, key -> new AtomicInteger()).incrementAndGet());
    private final GateRunner runner = new GateRunner(source, Clock.systemUTC(), listener);

    @AfterEach
    void close() {
        runner.close();
    }

    @Test
    void aReadingThatChangedNudgesAndOneThatDidNotDoesNot() {
        source.sees("a", POD);
        follow(worker("a"), "a-1", Gates.every(Duration.ofMillis(5)));

        awaitVerdict("a", GateVerdict.PASSED);
        int calls = source.calls("a");
        await().until(() -> source.calls("a") > calls + 5);

        assertThat(nudges.get(worker("a"))).hasValue(1);
    }

    @Test
    void untilTheFirstAnswerTheGateIsRunning() {
        source.hangs("a");
        follow(worker("a"), "a-1", Gates.every(LONG));

        assertThat(runner.readings(worker("a")))
                .containsExactly(new GateReading("a-1", 0, "pollers", GateVerdict.RUNNING, "not measured yet"));
    }

    @Test
    void askingForTheSameAgainMeasuresNothingTwiceButKnowsTheNewPods() {
        source.sees("a", "mail-green-2");
        GatePolicy gate = Gates.every(Duration.ofMillis(5));
        follow(worker("a"), "a-1", gate);
        await().until(() -> source.calls("a") > 2);
        assertThat(verdict("a")).isEqualTo(GateVerdict.RUNNING);

        runner.follow(worker("a"), request("a-1", gate), question("a", "mail-green-2"));

        awaitVerdict("a", GateVerdict.PASSED);
    }

    @Test
    void anotherStepBeginsAnew() {
        source.sees("a", POD);
        follow(worker("a"), "a-1", Gates.every(LONG));
        awaitVerdict("a", GateVerdict.PASSED);
        source.hangs("a");

        follow(worker("a"), "a-2", Gates.every(LONG));

        assertThat(runner.readings(worker("a")))
                .containsExactly(new GateReading("a-2", 0, "pollers", GateVerdict.RUNNING, "not measured yet"));
    }

    @Test
    void whatNobodyAsksForAnyMoreIsNotMeasured() {
        source.sees("a", POD);
        GatePolicy gate = Gates.every(Duration.ofMillis(5));
        follow(worker("a"), "a-1", gate);
        awaitVerdict("a", GateVerdict.PASSED);

        runner.follow(worker("a"), Optional.empty(), question("a", POD));

        assertThat(runner.readings(worker("a"))).isEmpty();
        AtomicInteger calls = new AtomicInteger();
        await().during(Duration.ofMillis(300)).until(() -> calls.getAndSet(source.calls("a")) == source.calls("a"));
    }

    @Test
    void sourcesThatHangHoldUpNobodyElse() {
        for (int i = 0; i < 20; i++) {
            source.hangs("dead" + i);
            follow(worker("dead" + i), "dead-1", Gates.every(LONG));
        }
        source.sees("alive", POD);

        follow(worker("alive"), "alive-1", Gates.every(LONG));

        awaitVerdict("alive", GateVerdict.PASSED);
    }

    @Test
    void twoGatesOfAWorkerAreMeasuredSideBySide() {
        source.sees("a", POD);
        Optional<GateRequest> request =
                Optional.of(new GateRequest("a-1", 0, "green", 1, List.of(Gates.named("one"), Gates.named("two"))));
        runner.follow(worker("a"), request, question("a", POD));

        await().untilAsserted(() -> assertThat(runner.readings(worker("a")))
                .extracting(GateReading::verdict)
                .containsExactly(GateVerdict.PASSED, GateVerdict.PASSED));
    }

    @Test
    void anOutageIsInconclusiveAndEndsWithTheNextAnswer() {
        source.at("a", () -> {
            throw new ProviderException("a does not answer; check spec.temporal.address");
        });
        follow(worker("a"), "a-1", Gates.every(Duration.ofMillis(5)));
        awaitVerdict("a", GateVerdict.INCONCLUSIVE);
        assertThat(runner.readings(worker("a")).get(0).message())
                .isEqualTo("a does not answer; check spec.temporal.address");

        source.sees("a", POD);

        awaitVerdict("a", GateVerdict.PASSED);
    }

    @Test
    void aServerThatComesBackWithoutItsMemoryFailsNobodyAtOnce() {
        source.at("a", () -> {
            throw new ProviderException("a does not answer");
        });
        Instant longAgo = Instant.now().minus(LONG);
        PollerQuestion question = question("a", new PollingPod(POD, longAgo, longAgo));
        runner.follow(worker("a"), request("a-1", Gates.every(Duration.ofMillis(5))), question);
        awaitVerdict("a", GateVerdict.INCONCLUSIVE);

        source.at("a", List::of);

        await().untilAsserted(() ->
                assertThat(runner.readings(worker("a")).get(0).message()).startsWith("no poller"));
        assertThat(verdict("a")).isEqualTo(GateVerdict.RUNNING);
    }

    @Test
    void anUnforeseenExceptionIsAnOutageToo() {
        source.at("a", () -> {
            throw new IllegalStateException("broken pipe");
        });
        follow(worker("a"), "a-1", Gates.every(Duration.ofMillis(5)));

        awaitVerdict("a", GateVerdict.INCONCLUSIVE);
        assertThat(runner.readings(worker("a")).get(0).message()).contains("broken pipe");
    }

    @Test
    void aClassThatIsMissingIsAnOutageToo() {
        source.at("a", () -> {
            throw new NoClassDefFoundError("once");
        });
        follow(worker("a"), "a-1", Gates.every(Duration.ofMillis(5)));
        awaitVerdict("a", GateVerdict.INCONCLUSIVE);

        source.sees("a", POD);

        awaitVerdict("a", GateVerdict.PASSED);
    }

    @Test
    void oneWhoCannotBeNudgedIsMeasuredOn() {
        source.sees("a", POD);
        Listener unready = new Listener(worker -> {
            throw new IllegalStateException("not started");
        });
        GateRunner deaf = new GateRunner(source, Clock.systemUTC(), unready);
        try (deaf) {
            deaf.follow(worker("a"), request("a-1", Gates.every(Duration.ofMillis(5))), question("a", POD));

            await().until(() -> source.calls("a") >= 3);
        }
    }

    @Test
    void aWorkerThatIsGoneIsNotMeasuredAnyMore() {
        source.sees("a", POD);
        follow(worker("a"), "a-1", Gates.every(Duration.ofMillis(5)));
        awaitVerdict("a", GateVerdict.PASSED);

        listener.lose(worker("a"));

        await().untilAsserted(() -> assertThat(runner.readings(worker("a"))).isEmpty());
    }

    @Test
    void aWorkerThatIsMadeAnewInheritsNoReadingOfTheOneBefore() {
        source.sees("a", POD);
        GatePolicy gate = Gates.every(Duration.ofMillis(5));
        follow(worker("a"), "a-1", gate);
        awaitVerdict("a", GateVerdict.PASSED);
        source.hangs("a");
        WorkerKey anew = new WorkerKey("shop", "a", "another uid");

        follow(anew, "a-1", gate);

        assertThat(runner.readings(anew)).extracting(GateReading::verdict).containsExactly(GateVerdict.RUNNING);
    }

    @Test
    void closingLeavesNoThreadAndNoComplaint() {
        Set<Thread> before = Set.copyOf(threads());
        GateRunner closing = new GateRunner(source, Clock.systemUTC(), new Listener(worker -> {}));
        source.hangs("dead");
        source.sees("alive", POD);
        closing.follow(worker("dead"), request("dead-1", Gates.every(LONG)), question("dead", POD));
        closing.follow(worker("alive"), request("alive-1", Gates.every(Duration.ofMillis(1))), question("alive", POD));
        await().until(() -> source.calls("dead") > 0 && source.calls("alive") > 3);

        closing.close();
        closing.follow(worker("late"), request("late-1", Gates.every(LONG)), question("late", POD));

        await().untilAsserted(() -> assertThat(threads().stream().filter(thread -> !before.contains(thread)))
                .isEmpty());
    }

    private void follow(WorkerKey worker, String rollout, GatePolicy gate) {
        runner.follow(worker, request(rollout, gate), question(worker.name(), POD));
    }

    private void awaitVerdict(String worker, GateVerdict verdict) {
        await().untilAsserted(() -> assertThat(verdict(worker)).isEqualTo(verdict));
    }

    private GateVerdict verdict(String worker) {
        return runner.readings(worker(worker)).get(0).verdict();
    }

    private static WorkerKey worker(String name) {
        return new WorkerKey("shop", name, "uid-of-" + name);
    }

    private static Optional<GateRequest> request(String rollout, GatePolicy gate) {
        return Optional.of(new GateRequest(rollout, 0, "green", 1, List.of(gate)));
    }

    private static PollerQuestion question(String address, String pod) {
        Instant now = Instant.now();
        return question(address, new PollingPod(pod, now, now));
    }

    private static PollerQuestion question(String address, PollingPod pod) {
        return new PollerQuestion(
                Frontend.inPlainText(address),
                "default",
                List.of("orders"),
                List.of(pod),
                1,
                Optional.empty(),
                Set.of("mail-green-"));
    }

    private static List<Thread> threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().equals("gates"))
                .toList();
    }
}
