package com.nineminds.temporal.rehearsal.view;

import static org.assertj.core.api.Assertions.assertThat;

import com.nineminds.temporal.api.v1alpha1.TemporalWorkerStatus;
import com.nineminds.temporal.operator.health.ContainerView;
import com.nineminds.temporal.operator.health.Exit;
import com.nineminds.temporal.operator.health.PodView;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What somebody reads who watches a rollout in a terminal. */
class TreeTest {
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    @Test
    void a_rollout_shows_both_revisions_their_pods_and_the_gate_that_is_waited_for() {
        World world = new World(
                "mail",
                status("""
                phase: Gating
                step: 1/3 25%
                ready: 3/3
                reason: WaitingForGates
                message: "Step 1: measuring revision new."
                target: {hash: new}
                stable: {hash: old}
                rollout:
                  id: new-1
                  attempt: 1
                  step: 0
                  phase: Gating
                  gates: [{name: pollers, step: 0, verdict: Pending, message: no poller yet on mail}]
                """),
                Map.of("old", 2, "new", 1),
                List.of(ready("b", "old"), ready("a", "old"), ready("c", "new")));

        assertThat(String.join("\n", Tree.lines(world)) + "\n").isEqualTo("""
                mail  Gating  step 1/3 25%  ready 3/3
                │  WaitingForGates: Step 1: measuring revision new.
                ├─ revision old  stable  2 pods wanted
                │  ├─ pod a  ready
                │  └─ pod b  ready
                └─ revision new  target  1 pod wanted
                   ├─ pod c  ready
                   └─ gate pollers  step 1  Pending: no poller yet on mail
                """);
    }

    @Test
    void a_pod_in_trouble_says_which() {
        ContainerView crashing = container(Optional.of("CrashLoopBackOff"), Optional.empty(), 2);
        ContainerView ended = container(Optional.empty(), Optional.of(new Exit(78, "Error", NOW)), 0);
        World world = new World(
                "mail",
                status("""
                phase: RolledBack
                ready: 1/1
                reason: RolledBack
                message: "Revision new is rejected."
                target: {hash: new}
                stable: {hash: old}
                rejected: [{hash: new, reason: CrashLoop}]
                """),
                Map.of("old", 1, "new", 0),
                List.of(
                        ready("a", "old"),
                        pod("b", "new", false, crashing),
                        pod("c", "new", false, ended),
                        pod("d", "new", true, ended)));

        assertThat(Tree.lines(world))
                .endsWith(
                        "└─ revision new  rejected  0 pods wanted",
                        "   ├─ pod b  CrashLoopBackOff, 2 restarts",
                        "   ├─ pod c  ended, exit code 78, Error",
                        "   └─ pod d  terminating");
    }

    private static TemporalWorkerStatus status(String yaml) {
        return Serialization.unmarshal(yaml, TemporalWorkerStatus.class);
    }

    private static PodView ready(String name, String revision) {
        return new PodView(
                name,
                revision,
                NOW,
                Optional.of(NOW),
                false,
                false,
                Optional.empty(),
                Optional.empty(),
                false,
                List.of());
    }

    private static PodView pod(String name, String revision, boolean terminating, ContainerView container) {
        return new PodView(
                name,
                revision,
                NOW,
                Optional.empty(),
                terminating,
                false,
                Optional.empty(),
                Optional.empty(),
                false,
                List.of(container));
    }

    private static ContainerView container(Optional<String> waiting, Optional<Exit> ended, int restarts) {
        return new ContainerView("worker", false, false, restarts, waiting, "", ended, Optional.empty());
    }
}
