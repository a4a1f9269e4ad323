package com.nineminds.temporal.operator.observe;

import static org.assertj.core.api.Assertions.assertThat;

import com.nineminds.temporal.operator.health.ContainerView;
import com.nineminds.temporal.operator.health.Exit;
import com.nineminds.temporal.operator.health.PodView;
import io.fabric8.kubernetes.api.model.Pod;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is read from a pod. */
class PodViewsTest {
    @Test
    void aPodOfWhichNothingIsKnownYetIsEmpty() {
        PodView view = PodViews.of(Objects.pod("{}"), "green");

        assertThat(view)
                .isEqualTo(new PodView(
                        "orders-green-1",
                        "green",
                        Instant.parse("2026-01-01T12:00:00Z"),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        false,
                        Optional.empty(),
                        Optional.empty(),
                        false,
                        List.of()));
    }

    @Test
    void aPodWithoutAStatusIsReadToo() {
        Pod pod = Objects.pod("{}");
        pod.setStatus(null);

        assertThat(PodViews.of(pod, "green").containers()).isEmpty();
    }

    @Test
    void aReadyPodTellsSinceWhenAndWhenItGotItsNode() {
        PodView view = view("""
                phase: Running
                conditions:
                - {type: PodScheduled, status: "True", lastTransitionTime: "2026-01-01T12:00:05Z"}
                - {type: Ready, status: "True", lastTransitionTime: "2026-01-01T12:01:00Z"}
                """);

        assertThat(view.scheduledAt()).contains(Instant.parse("2026-01-01T12:00:05Z"));
        assertThat(view.readySince()).contains(Instant.parse("2026-01-01T12:01:00Z"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"False", "Unknown"})
    void aPodThatLostItsReadinessIsNotReady(String status) {
        PodView view = view(
                "conditions: [{type: Ready, status: '" + status + "', lastTransitionTime: '2026-01-01T12:01:00Z'}]");

        assertThat(view.readySince()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"Pending, false", "Running, false", "Unknown, false", "Failed, true", "Succeeded, true"})
    void onlyAPhaseThatIsFinalIsAnEnd(String phase, boolean ended) {
        assertThat(view("phase: " + phase).ended()).isEqualTo(ended);
    }

    @Test
    void aPodThatIsBeingDeletedIsTerminating() {
        Pod pod = Objects.pod("{}");
        pod.getMetadata().setDeletionTimestamp("2026-01-01T12:05:00Z");

        assertThat(PodViews.of(pod, "green").terminating()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"Unschedulable, true", "SchedulingGated, true", "SchedulerError, false"})
    void aPodThatFindsNoNodeTellsWhy(String reason, boolean waits) {
        PodView view = view("conditions: [{type: PodScheduled, status: 'False', reason: " + reason
                + ", message: '0/3 nodes are available'}]");

        assertThat(view.unschedulable()).isEqualTo(waits ? Optional.of("0/3 nodes are available") : Optional.empty());
    }

    @Test
    void anEvictionTellsItsReason() {
        assertThat(view("conditions: [{type: DisruptionTarget, status: 'True', reason: EvictionByEvictionAPI}]")
                        .disrupted())
                .contains("EvictionByEvictionAPI");
        assertThat(view("conditions: [{type: DisruptionTarget, status: 'False', reason: EvictionByEvictionAPI}]")
                        .disrupted())
                .isEmpty();
    }

    @Test
    void containersTellHowTheyWaitAndHowTheyEnded() {
        PodView view = view("""
                initContainerStatuses:
                - name: vault-agent-init
                  ready: true
                  restartCount: 0
                  state: {terminated: {exitCode: 0, reason: Completed, finishedAt: "2026-01-01T12:00:10Z"}}
                containerStatuses:
                - name: worker
                  ready: false
                  restartCount: 3
                  state: {waiting: {reason: CrashLoopBackOff, message: back-off 20s}}
                  lastState: {terminated: {exitCode: 137, reason: OOMKilled, finishedAt: "2026-01-01T12:00:30Z"}}
                - name: sidecar
                  state: {running: {startedAt: "2026-01-01T12:00:11Z"}}
                """);

        assertThat(view.containers())
                .containsExactly(
                        new ContainerView(
                                "vault-agent-init",
                                true,
                                true,
                                0,
                                Optional.empty(),
                                "",
                                Optional.of(new Exit(0, "Completed", Instant.parse("2026-01-01T12:00:10Z"))),
                                Optional.empty()),
                        new ContainerView(
                                "worker",
                                false,
                                false,
                                3,
                                Optional.of("CrashLoopBackOff"),
                                "back-off 20s",
                                Optional.empty(),
                                Optional.of(new Exit(137, "OOMKilled", Instant.parse("2026-01-01T12:00:30Z")))),
                        new ContainerView(
                                "sidecar", false, false, 0, Optional.empty(), "", Optional.empty(), Optional.empty()));
    }

    @Test
    void anExitOfWhichLittleIsKnownIsAnExitAllTheSame() {
        PodView view = view("containerStatuses: [{name: worker, state: {terminated: {exitCode: 1}}}]");

        assertThat(view.containers().get(0).ended()).contains(new Exit(1, "", Instant.EPOCH));
    }

    @Test
    void aPodWhoseTemplateAsksForTheVaultAgentIsExpectedToHaveIt() {
        Pod pod = Objects.pod("{}");
        pod.getMetadata().setAnnotations(Map.of("vault.hashicorp.com/agent-inject", "true"));

        assertThat(PodViews.of(pod, "green").vaultExpected()).isTrue();
    }

    private static PodView view(String status) {
        return PodViews.of(Objects.pod(status), "green");
    }
}
