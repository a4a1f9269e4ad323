package com.nineminds.temporal.operator.loop;

import static org.assertj.core.api.Assertions.assertThat;

import com.nineminds.temporal.api.v1alpha1.Phase;
import com.nineminds.temporal.operator.OperatorProcess;
import com.nineminds.temporal.operator.config.OperatorConfig;
import com.nineminds.temporal.operator.leader.Candidacy;
import com.nineminds.temporal.operator.loop.wire.Call;
import com.nineminds.temporal.operator.loop.wire.Wire;
import java.time.Duration;
import java.util.Map;
import java.util.function.Predicate;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Of two operators one works, and a leader that goes, or is stopped and wakes, does no harm. */
@LoopLevel
class LeaderLoopTest {
    private static final Predicate<Call> WRITE_BUT_OF_THE_LEASE =
            call -> call.write() && !call.resource().equals("leases");

    private Story story;

    @BeforeEach
    void open() {
        story = Story.idle();
    }

    @AfterEach
    void close() {
        story.close();
    }

    private OperatorConfig candidate(String name) {
        return story.config().standing(new Candidacy(story.namespace, "operator", name, Duration.ofSeconds(5)));
    }

    private OperatorProcess start(String name, Wire wire) {
        return OperatorProcess.start(candidate(name), wire.config(), story.pollers, story.clock);
    }

    private Map<String, String> environment(String name) {
        return Map.of(
                "WATCH_NAMESPACES",
                story.namespace,
                "POD_NAMESPACE",
                story.namespace,
                "POD_NAME",
                name,
                "LEASE_DURATION",
                "5s",
                "POD_STABILITY",
                "1s");
    }

    /** The children see no Temporal. */
    private static WorkerYaml worker(String tag) {
        return WorkerYaml.image(tag).with("rollout.gates", "[{name: pollers, type: Pollers, dryRun: true}]");
    }

    @Test
    void one_works_while_the_other_stands_by_and_takes_over_within_seconds_when_it_is_closed() {
        try (Wire first = story.newWire();
                Wire second = story.newWire()) {
            OperatorProcess leader = start("one", first);
            Awaitility.await().until(leader::leads);
            try (OperatorProcess standby = start("two", second)) {
                assertThat(standby.ready().ok()).isTrue();
                story.apply(WorkerYaml.image("one"));
                story.awaitCurrent(Phase.Healthy);
                assertThat(second.calls(WRITE_BUT_OF_THE_LEASE)).isEmpty();

                long begin = System.nanoTime();
                leader.close();
                Awaitility.await().pollInterval(Duration.ofMillis(20)).until(standby::leads);
                assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(5));

                story.apply(WorkerYaml.image("two"));
                story.awaitCurrent(Phase.Healthy);
                assertThat(second.calls(WRITE_BUT_OF_THE_LEASE)).isNotEmpty();
            } finally {
                leader.close();
            }
        }
    }

    @Test
    void what_happens_while_nobody_leads_is_seen_by_the_next_leader() {
        try (Wire first = story.newWire();
                Wire second = story.newWire()) {
            try (OperatorProcess leader = start("one", first)) {
                Awaitility.await().until(leader::leads);
            }
            story.apply(WorkerYaml.image("one"));
            try (OperatorProcess next = start("two", second)) {
                story.awaitCurrent(Phase.Healthy);
                assertThat(next.leads()).isTrue();
            }
        }
    }

    @Test
    void a_leader_that_was_stopped_lands_no_write_when_it_wakes() {
        try (Wire first = story.newWire();
                Wire second = story.newWire();
                OperatorChild one = OperatorChild.start(first.kubeconfig(), environment("one"))) {
            one.await("/readyz", 200, "leads");
            try (OperatorChild two = OperatorChild.start(second.kubeconfig(), environment("two"))) {
                two.await("/readyz", 200, "stands by");
                story.apply(worker("one"));
                String old = story.awaitCurrent(Phase.Healthy).stable().hash();

                one.signal("STOP");
                first.mark();
                story.apply(worker("two"));
                two.await("/readyz", 200, "leads");
                one.signal("CONT");
                one.await("/readyz", 200, "stands by");

                assertThat(story.awaitCurrent(Phase.Healthy).stable().hash()).isNotEqualTo(old);
                assertThat(first.calls(WRITE_BUT_OF_THE_LEASE)).isEmpty();
                assertThat(second.calls(WRITE_BUT_OF_THE_LEASE)).isNotEmpty();
            } finally {
                one.signal("CONT");
            }
        }
    }

    @Test
    void after_sigterm_the_next_leader_works_within_five_seconds() {
        try (OperatorChild one = OperatorChild.start(Clusters.shared().kubeconfig(), environment("one"))) {
            one.await("/readyz", 200, "leads");
            try (OperatorChild two = OperatorChild.start(Clusters.shared().kubeconfig(), environment("two"))) {
                two.await("/readyz", 200, "stands by");

                long begin = System.nanoTime();
                one.terminate();
                two.await("/readyz", 200, "leads");

                assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(5));
                assertThat(one.awaitExit()).isZero();
            }
        }
    }
}
