package com.nineminds.temporal.rehearsal.view;

import static org.assertj.core.api.Assertions.assertThat;

import com.nineminds.temporal.api.v1alpha1.TemporalWorkerStatus;
import com.nineminds.temporal.operator.health.PodView;
import com.nineminds.temporal.operator.observe.PodViews;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What somebody reads who watches a rollout in a terminal. */
class TreeTest {
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
        List<PodView> pods = List.of(
                ready("a", "old"),
                pod("b", "", "state: {waiting: {reason: CrashLoopBackOff}}, restartCount: 2"),
                pod("c", "", "state: {terminated: {exitCode: 78, reason: Error}}, restartCount: 0"),
                pod("d", ", deletionTimestamp: '2026-01-01T00:01:00Z'", "restartCount: 0"));
        World world = new World("mail", status("""
                phase: RolledBack
                ready: 1/1
                reason: RolledBack
                message: "Revision new is rejected."
                target: {hash: new}
                stable: {hash: old}
                rejected: [{hash: new, reason: CrashLoop}]
                """), Map.of("old", 1, "new", 0), pods);

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
        return view(name, revision, "", "True", "ready: true, restartCount: 0");
    }

    private static PodView pod(String name, String metadata, String container) {
        return view(name, "new", metadata, "False", container);
    }

    private static PodView view(String name, String revision, String metadata, String ready, String container) {
        Pod pod = Serialization.unmarshal("""
                apiVersion: v1
                kind: Pod
                metadata: {name: %s, creationTimestamp: '2026-01-01T00:00:00Z'%s}
                spec: {containers: [{name: worker}]}
                status:
                  phase: Running
                  conditions: [{type: Ready, status: '%s', lastTransitionTime: '2026-01-01T00:00:05Z'}]
                  containerStatuses: [{name: worker, %s}]
                """.formatted(name, metadata, ready, container), Pod.class);
        return PodViews.of(pod, revision);
    }
}
