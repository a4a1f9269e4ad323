package com.nineminds.temporal.operator.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.nineminds.temporal.api.v1alpha1.ConditionStatus;
import com.nineminds.temporal.api.v1alpha1.GateStatus;
import com.nineminds.temporal.api.v1alpha1.HistoryStatus;
import com.nineminds.temporal.api.v1alpha1.Phase;
import com.nineminds.temporal.api.v1alpha1.RejectedStatus;
import com.nineminds.temporal.api.v1alpha1.RevisionStatus;
import com.nineminds.temporal.api.v1alpha1.RolloutStatus;
import com.nineminds.temporal.api.v1alpha1.TemporalWorkerStatus;
import com.nineminds.temporal.operator.decide.Failure;
import com.nineminds.temporal.operator.decide.GateVerdict;
import com.nineminds.temporal.operator.decide.Reason;
import com.nineminds.temporal.operator.decide.Verb;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class StatusFactoryTest {
    private static final Failure CRASH = Failure.of(Reason.CrashLoop, "worker", "billing-b-1", "exit code 1");

    private final Story story = new Story();

    @Test
    void theFirstStatusIsWholeAndInProgress() {
        TemporalWorkerStatus status = story.apply("a").reconcile();

        assertThat(status.phase()).isEqualTo(Phase.Pending);
        assertThat(status.step()).isEqualTo("1/1 100%");
        assertThat(status.ready()).isEqualTo("0/8");
        assertThat(status.target()).isEqualTo(new RevisionStatus("a", 1L, "registry.example/billing:a", 8, 0, null));
        assertThat(status.stable()).isNull();
        assertThat(status.selector()).isEqualTo("temporal.nineminds.com/worker=billing");
        assertThat(condition(status, "Available").status()).isEqualTo("False");
        assertThat(kstatus(status)).isEqualTo(Judges.Kstatus.InProgress);
    }

    @Test
    void aPromotedRevisionIsCurrentAndNothingIsInFlight() {
        TemporalWorkerStatus status = story.promote("a");

        assertThat(status.phase()).isEqualTo(Phase.Healthy);
        assertThat(status.step()).isNull();
        assertThat(status.ready()).isEqualTo("8/8");
        assertThat(status.replicas()).isEqualTo(8);
        assertThat(status.readyReplicas()).isEqualTo(8);
        assertThat(status.gate()).isEqualTo("pollers Passed");
        assertThat(status.stable()).isEqualTo(status.target());
        assertThat(status.stable())
                .isEqualTo(new RevisionStatus("a", 1L, "registry.example/billing:a", 8, 8, "Promoted"));
        assertThat(kstatus(status)).isEqualTo(Judges.Kstatus.Current);
    }

    @Test
    void aWaitForReadyDoesNotReturnBeforeTheNewGenerationIsPromoted() {
        story.promote("a");
        var unseen = Judges.object(story.generation() + 1, story.status().orElseThrow());
        assertThat(Judges.kubectlWait(unseen, "Ready", "True")).isFalse();
        assertThat(Judges.kstatus(unseen)).isEqualTo(Judges.Kstatus.InProgress);

        var started = Judges.object(story.generation() + 1, story.apply("b").reconcile());
        assertThat(Judges.kubectlWait(started, "Ready", "True")).isFalse();

        var done = Judges.object(story.generation() + 1, story.promote("b"));
        assertThat(Judges.kubectlWait(done, "Ready", "True")).isTrue();
        assertThat(Judges.kubectlWait(done, "Stalled", "False")).isTrue();
    }

    @Test
    void everyStepShowsItsNumberItsShareAndItsDeadline() {
        story.promote("a");
        TemporalWorkerStatus started = story.apply("b").reconcile();

        assertThat(started.step()).isEqualTo("1/3 25%");
        assertThat(rollout(started).deadline())
                .isEqualTo(Wording.time(story.now().plus(Duration.ofMinutes(10))));

        TemporalWorkerStatus gating =
                story.after(Duration.ofMinutes(1)).clusterObeys().reconcile();
        assertThat(gating.phase()).isEqualTo(Phase.Gating);
        assertThat(gating.ready()).isEqualTo("10/10");
        assertThat(rollout(gating).deadline()).isEqualTo(rollout(started).deadline());

        TemporalWorkerStatus holding =
                story.gatesSay(GateVerdict.PASSED, "pollers seen on orders").reconcile();
        assertThat(holding.phase()).isEqualTo(Phase.Holding);
        assertThat(rollout(holding).deadline()).isNull();

        TemporalWorkerStatus next = story.after(Duration.ofMinutes(2)).reconcile();
        assertThat(next.step()).isEqualTo("2/3 50%");
    }

    @Test
    void aRolledBackWorkerHasFailedButServes() {
        story.promote("a");
        story.apply("b").breaks("b", CRASH).reconcile();
        TemporalWorkerStatus rollingBack = story.clusterObeys().reconcile();
        assertThat(rollingBack.phase()).isEqualTo(Phase.RollingBack);
        assertThat(kstatus(rollingBack)).isEqualTo(Judges.Kstatus.InProgress);

        TemporalWorkerStatus status = story.clusterObeys().reconcile();

        assertThat(status.phase()).isEqualTo(Phase.RolledBack);
        assertThat(kstatus(status)).isEqualTo(Judges.Kstatus.Failed);
        assertThat(condition(status, "Ready").reason()).isEqualTo("RolledBack");
        assertThat(condition(status, "Available").status()).isEqualTo("True");
        assertThat(status.ready()).isEqualTo("8/8");
        assertThat(status.step()).isNull();
        assertThat(list(status.rejected()))
                .containsExactly(new RejectedStatus(
                        "b",
                        "CrashLoop",
                        "Crash",
                        CRASH.message(),
                        rollout(rollingBack).since()));
        assertThat(list(status.history()))
                .extracting(HistoryStatus::hash, HistoryStatus::verdict, HistoryStatus::reason)
                .containsExactly(tuple("b", "Rejected", "CrashLoop"), tuple("a", "Promoted", "Promoted"));
    }

    @Test
    void aFirstRolloutThatFailsHasFailedAndServesNothing() {
        story.apply("a").breaks("a", CRASH).reconcile();
        TemporalWorkerStatus status = story.clusterObeys().reconcile();

        assertThat(status.phase()).isEqualTo(Phase.Degraded);
        assertThat(status.reason()).isEqualTo("InitialRolloutFailed");
        assertThat(condition(status, "Available").status()).isEqualTo("False");
        assertThat(kstatus(status)).isEqualTo(Judges.Kstatus.Failed);
    }

    @Test
    void aPausedRolloutIsInProgressAndSaysWhy() {
        story.promote("a");
        story.apply("b").reconcile();
        TemporalWorkerStatus status = story.pause(true).reconcile();

        assertThat(status.phase()).isEqualTo(Phase.Paused);
        assertThat(condition(status, "Ready").reason()).isEqualTo("Paused");
        assertThat(condition(status, "Paused").status()).isEqualTo("True");
        assertThat(kstatus(status)).isEqualTo(Judges.Kstatus.InProgress);
    }

    @Test
    void aPauseIsCountedWhenItEnds() {
        story.promote("a");
        story.apply("b").reconcile();
        TemporalWorkerStatus paused = story.pause(true).reconcile();
        assertThat(story.after(Duration.ofMinutes(3)).reconcile()).isEqualTo(paused);

        TemporalWorkerStatus resumed = story.pause(false).reconcile();
        assertThat(rollout(resumed).pausedSeconds()).isEqualTo(180);
    }

    @Test
    void anInvalidSpecFailsWithItsViolationsAndKeepsShowingWhatServes() {
        story.promote("a");
        TemporalWorkerStatus status = story.applyInvalid(
                        "spec.temporal.taskQueues is empty; name at least one.", "spec.image is empty; set it.")
                .reconcile();

        assertThat(status.phase()).isEqualTo(Phase.Invalid);
        assertThat(status.reason()).isEqualTo("InvalidSpec");
        assertThat(status.message())
                .isEqualTo("spec.temporal.taskQueues is empty; name at least one. spec.image is empty; set it.");
        assertThat(status.target()).isNull();
        assertThat(status.ready()).isEqualTo("8/8");
        assertThat(condition(status, "Available").status()).isEqualTo("True");
        assertThat(kstatus(status)).isEqualTo(Judges.Kstatus.Failed);
    }

    @Test
    void anInvalidSpecFreezesTheRolloutInFlightWithoutStepOrDeadline() {
        story.promote("a");
        story.apply("b").reconcile();
        TemporalWorkerStatus status =
                story.applyInvalid("spec.image is empty; set it.").reconcile();

        assertThat(rollout(status).id()).isEqualTo("b-1");
        assertThat(rollout(status).deadline()).isNull();
        assertThat(status.step()).isNull();
    }

    @Test
    void aServingRevisionThatLosesPodsIsDegradedByWhatIsReallyAvailable() {
        story.promote("a");
        TemporalWorkerStatus few = story.hasPods("a", 8, 2).reconcile();
        assertThat(few.phase()).isEqualTo(Phase.Degraded);
        assertThat(condition(few, "Available").status()).isEqualTo("False");
        assertThat(condition(few, "Available").message()).isEqualTo("Revision a has only 2 of 8 pods available.");
        assertThat(kstatus(few)).isEqualTo(Judges.Kstatus.InProgress);

        TemporalWorkerStatus oneCrashes =
                story.breaks("a", CRASH).hasPods("a", 8, 7).reconcile();
        assertThat(oneCrashes.phase()).isEqualTo(Phase.Degraded);
        assertThat(condition(oneCrashes, "Available").status()).isEqualTo("True");
    }

    @Test
    void aDeletedWorkerTerminatesAndKeepsWhatWasLastTold() {
        TemporalWorkerStatus healthy = story.promote("a");
        TemporalWorkerStatus status = StatusFactory.terminating(story.generation(), Optional.of(healthy), story.now());

        assertThat(status.phase()).isEqualTo(Phase.Terminating);
        assertThat(status.stable()).isEqualTo(healthy.stable());
        assertThat(condition(status, "Ready").status()).isEqualTo("False");
        assertThat(condition(status, "Available")).isEqualTo(condition(healthy, "Available"));
        var object = Judges.object(story.generation(), status);
        object.withObject("/metadata").put("deletionTimestamp", Wording.time(story.now()));
        assertThat(Judges.kstatus(object)).isEqualTo(Judges.Kstatus.Terminating);
        assertThat(StatusFactory.terminating(
                        story.generation(), Optional.of(status), story.now().plusSeconds(60)))
                .isEqualTo(status);
    }

    @Test
    void aWorkerDeletedBeforeItsFirstStatusTerminatesToo() {
        TemporalWorkerStatus status = StatusFactory.terminating(1, Optional.empty(), Story.START);

        assertThat(status.phase()).isEqualTo(Phase.Terminating);
        assertThat(condition(status, "Available").status()).isEqualTo("Unknown");
    }

    @Test
    void aFailedGateIsRememberedAfterItsMeasurementsEnded() {
        story.promote("a");
        story.apply("b").reconcileToGates();
        TemporalWorkerStatus rejected = story.gatesSay(GateVerdict.FAILED, "no poller of its pods on orders")
                .reconcile();
        TemporalWorkerStatus later =
                story.gatesForget().clusterObeys().after(Duration.ofHours(1)).reconcile();

        assertThat(later.gate()).isEqualTo("pollers Failed");
        assertThat(list(rollout(later).gates()))
                .isEqualTo(list(rollout(rejected).gates()));
        assertThat(list(rollout(later).gates()))
                .extracting(GateStatus::name, GateStatus::step, GateStatus::verdict, GateStatus::message)
                .containsExactly(tuple("pollers", 0, "Failed", "no poller of its pods on orders"));
    }

    @Test
    void aGateThatWasAskedForIsShownBeforeItsFirstMeasurement() {
        story.promote("a");
        TemporalWorkerStatus status = story.apply("b").reconcileToGates();

        assertThat(status.gate()).isEqualTo("pollers Running");
        assertThat(list(rollout(status).gates()))
                .containsExactly(
                        new GateStatus("pollers", 0, "Running", "not measured yet", Wording.time(story.now())));
    }

    @Test
    void anEarlierAttemptStaysInTheHistory() {
        story.promote("a");
        story.apply("b").breaks("b", CRASH).reconcile();
        story.clusterObeys().reconcile();
        story.clusterObeys().reconcile();
        story.after(Duration.ofMinutes(1)).annotate(Verb.Kind.RETRY, "b").reconcile();
        story.clusterObeys().reconcile();
        TemporalWorkerStatus status = story.clusterObeys().reconcile();

        assertThat(rollout(status).attempt()).isEqualTo(2);
        assertThat(list(status.history())).extracting(HistoryStatus::hash).containsExactly("b", "b", "a");
    }

    @Test
    void theHistoryIsBoundedByItsLimit() {
        List.of("a", "b", "c", "d").forEach(story::promote);

        assertThat(list(story.reconcile().history()))
                .extracting(HistoryStatus::hash)
                .containsExactly("d", "c", "b");
    }

    @Test
    void aSupersededRolloutIsNoFault() {
        story.promote("a");
        story.apply("b").reconcile();
        TemporalWorkerStatus status = story.apply("c").reconcile();

        assertThat(list(status.history()).get(0).verdict()).isEqualTo("Superseded");
        assertThat(status.rejected()).isNull();
        assertThat(Objects.requireNonNull(status.target()).hash()).isEqualTo("c");
    }

    @Test
    void whatAKubeletTellsAtLengthIsClippedToWhatTheSchemaTakes() {
        story.promote("a");
        Failure chatty = Failure.of(Reason.ConfigError, "worker", "billing-b-1", "x".repeat(100_000));
        story.apply("b").breaks("b", chatty).reconcile();
        TemporalWorkerStatus status = story.clusterObeys().reconcile();

        assertThat(Objects.requireNonNull(status.message()))
                .hasSizeLessThan(32_768)
                .endsWith("…");
        assertThat(list(status.rejected()).get(0).evidence()).hasSizeLessThan(32_768);
    }

    private Judges.Kstatus kstatus(TemporalWorkerStatus status) {
        return Judges.kstatus(story.generation(), status);
    }

    private static RolloutStatus rollout(TemporalWorkerStatus status) {
        return Objects.requireNonNull(status.rollout());
    }

    private static <T> List<T> list(@Nullable List<T> list) {
        return Objects.requireNonNullElse(list, List.of());
    }

    private static ConditionStatus condition(TemporalWorkerStatus status, String type) {
        return list(status.conditions()).stream()
                .filter(each -> each.type().equals(type))
                .findFirst()
                .orElseThrow();
    }
}
