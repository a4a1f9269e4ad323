package com.nineminds.temporal.operator.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.nineminds.temporal.api.v1alpha1.ConditionStatus;
import com.nineminds.temporal.api.v1alpha1.Phase;
import com.nineminds.temporal.operator.decide.Failure;
import com.nineminds.temporal.operator.decide.Reason;
import com.nineminds.temporal.operator.decide.Standing;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ConditionsTest {
    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05.678Z");
    private static final Failure CONFLICT = Failure.of(Reason.NameConflict, "Service", "billing");
    private static final Findings BLOCKED = new Findings(List.of(), List.of(CONFLICT));
    private static final Serving FULL = new Serving(new TreeMap<>(Map.of("stable", 8)), 8, 8);
    private static final Serving GONE = new Serving(new TreeMap<>(Map.of("stable", 8)), 0, 8);

    /** Every phase with every reason, undisturbed and with a child in the way, served well and not at all. */
    static Stream<Given> everything() {
        return Arrays.stream(Phase.values())
                .flatMap(phase -> Arrays.stream(Reason.values()).map(reason -> new Standing(phase, reason, "told")))
                .flatMap(standing -> Stream.of(Findings.NONE, BLOCKED)
                        .flatMap(findings ->
                                Stream.of(FULL, GONE).map(serving -> new Given(standing, findings, serving))));
    }

    record Given(Standing standing, Findings findings, Serving serving) {
        ConditionStatus condition(ConditionType type) {
            return find(type, list(7, List.of(), NOW));
        }

        List<ConditionStatus> list(long generation, List<ConditionStatus> previous, Instant now) {
            Conditions conditions = new Conditions(generation, previous, now);
            return conditions.of(Summary.of(standing, findings), conditions.available(serving));
        }

        boolean is(ConditionType type) {
            return "True".equals(condition(type).status());
        }
    }

    @Test
    void itIsNeverReconcilingAndStalledAtOnce() {
        assertThat(everything())
                .noneMatch(each -> each.is(ConditionType.Reconciling) && each.is(ConditionType.Stalled));
    }

    @Test
    void itIsReadyOnlyWhileHealthyAndUndisturbed() {
        assertThat(everything())
                .allSatisfy(each -> assertThat(each.is(ConditionType.Ready))
                        .isEqualTo(each.standing().phase() == Phase.Healthy
                                && each.findings().equals(Findings.NONE)));
    }

    @Test
    void availabilityIsWhatServesWhateverThePhase() {
        assertThat(everything())
                .allMatch(each ->
                        each.is(ConditionType.Available) == each.serving().equals(FULL));
    }

    @Test
    void everyConditionIsPresentInAFixedOrderAndSpeaksOfTheGeneration() {
        assertThat(everything())
                .allSatisfy(each -> assertThat(each.list(7, List.of(), NOW))
                        .extracting(ConditionStatus::type, ConditionStatus::observedGeneration)
                        .containsExactly(
                                tuple("Ready", 7L),
                                tuple("Available", 7L),
                                tuple("Reconciling", 7L),
                                tuple("Stalled", 7L),
                                tuple("Paused", 7L)));
    }

    @Test
    void everyReasonFitsThePatternThatTheApiConventionsAskFor() {
        assertThat(everything())
                .flatMap(each -> each.list(7, List.of(), NOW))
                .allMatch(condition -> condition.reason().matches("[A-Za-z]([A-Za-z0-9_,:]*[A-Za-z0-9_])?"));
    }

    @ParameterizedTest
    @CsvSource({
        "Pending, WaitingForPods, InProgress",
        "Progressing, WaitingForPods, InProgress",
        "Progressing, Unschedulable, InProgress",
        "Gating, WaitingForGates, InProgress",
        "Holding, StepHolding, InProgress",
        "Paused, Paused, InProgress",
        "Paused, GateInconclusive, InProgress",
        "Baking, Baking, InProgress",
        "RollingBack, RollingBack, InProgress",
        "Healthy, Healthy, Current",
        "Healthy, Scaling, Current",
        "RolledBack, RolledBack, Failed",
        "Degraded, InitialRolloutFailed, Failed",
        "Degraded, ServingUnhealthy, InProgress",
        "Degraded, CrashLoop, InProgress",
        "Invalid, InvalidSpec, Failed",
        "Terminating, Terminating, InProgress",
    })
    void kstatusJudgesThePhase(Phase phase, Reason reason, Judges.Kstatus expected) {
        Given given = new Given(new Standing(phase, reason, "told"), Findings.NONE, FULL);

        assertThat(kstatus(given)).isEqualTo(expected);
    }

    @ParameterizedTest
    @EnumSource(value = Phase.class, names = "Terminating", mode = EnumSource.Mode.EXCLUDE)
    void aChildInTheWayFailsEveryPhaseAtOnce(Phase phase) {
        Given given = new Given(new Standing(phase, Reason.WaitingForPods, "told"), BLOCKED, FULL);

        assertThat(kstatus(given)).isEqualTo(Judges.Kstatus.Failed);
        assertThat(given.condition(ConditionType.Ready).message()).contains(CONFLICT.message());
    }

    @Test
    void aChildInTheWayGivesItsReasonToAWorkerThatWasNotStuck() {
        Given given = new Given(new Standing(Phase.Healthy, Reason.Healthy, "told"), BLOCKED, FULL);

        assertThat(given.condition(ConditionType.Ready).reason()).isEqualTo("NameConflict");
        assertThat(Summary.of(given.standing(), BLOCKED).phase()).isEqualTo(Phase.Degraded);
    }

    @Test
    void aRollbackKeepsItsReasonBesideAChildInTheWay() {
        Given given = new Given(new Standing(Phase.RolledBack, Reason.RolledBack, "told."), BLOCKED, FULL);

        assertThat(given.condition(ConditionType.Stalled).reason()).isEqualTo("RolledBack");
        assertThat(given.condition(ConditionType.Stalled).message()).isEqualTo("told. " + CONFLICT.message());
    }

    @ParameterizedTest
    @EnumSource(Phase.class)
    void pausedIsTrueInThatPhaseAlone(Phase phase) {
        Given given = new Given(new Standing(phase, Reason.Paused, "told"), Findings.NONE, FULL);

        assertThat(given.is(ConditionType.Paused)).isEqualTo(phase == Phase.Paused);
    }

    @Test
    void aConditionThatStaysRemembersSinceWhen() {
        assertThat(everything()).allSatisfy(each -> {
            List<ConditionStatus> first = each.list(7, List.of(), NOW);
            assertThat(each.list(7, first, NOW.plus(Duration.ofHours(1)))).isEqualTo(first);
        });
    }

    @Test
    void aConditionThatTurnsTellsWhen() {
        Given healthy = new Given(new Standing(Phase.Healthy, Reason.Healthy, "told"), Findings.NONE, FULL);
        Given moving = new Given(new Standing(Phase.Progressing, Reason.WaitingForPods, "told"), Findings.NONE, FULL);

        List<ConditionStatus> then = moving.list(8, healthy.list(7, List.of(), NOW), NOW.plusSeconds(60));

        assertThat(find(ConditionType.Ready, then).lastTransitionTime()).isEqualTo("2026-01-02T03:05:05Z");
        assertThat(find(ConditionType.Available, then).lastTransitionTime()).isEqualTo("2026-01-02T03:04:05Z");
        assertThat(find(ConditionType.Available, then).observedGeneration()).isEqualTo(8);
    }

    @Test
    void theOrderOfThePreviousConditionsDoesNotMatter() {
        Given given = new Given(new Standing(Phase.Healthy, Reason.Healthy, "told"), Findings.NONE, FULL);
        List<ConditionStatus> first = given.list(7, List.of(), NOW);
        List<ConditionStatus> shuffled = new ArrayList<>(first);
        Collections.reverse(shuffled);

        assertThat(given.list(7, shuffled, NOW.plusSeconds(60))).isEqualTo(first);
    }

    @ParameterizedTest
    @CsvSource({"8, 8, true", "6, 8, true", "5, 8, false", "1, 1, true", "0, 1, false", "2, 2, true", "1, 2, false"})
    void threeQuartersOfTheLeastCapacityAreEnough(int available, int needed, boolean enough) {
        Serving serving = new Serving(new TreeMap<>(Map.of("stable", 10)), available, needed);

        assertThat(new Given(new Standing(Phase.Healthy, Reason.Healthy, "told"), Findings.NONE, serving)
                        .is(ConditionType.Available))
                .isEqualTo(enough);
    }

    private static ConditionStatus find(ConditionType type, List<ConditionStatus> conditions) {
        return conditions.stream()
                .filter(each -> each.type().equals(type.name()))
                .findFirst()
                .orElseThrow();
    }

    private static Judges.Kstatus kstatus(Given given) {
        var object = Judges.object(7, StatusFactory.terminating(7, Optional.empty(), NOW));
        object.withObject("/status")
                .set("conditions", Serialization.jsonMapper().valueToTree(given.list(7, List.of(), NOW)));
        return Judges.kstatus(object);
    }
}
