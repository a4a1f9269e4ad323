package com.nineminds.temporal.deploy.gitops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.nineminds.temporal.api.v1alpha1.Phase;
import com.nineminds.temporal.api.v1alpha1.TemporalWorkerStatus;
import com.nineminds.temporal.operator.decide.Failure;
import com.nineminds.temporal.operator.decide.Reason;
import com.nineminds.temporal.operator.report.Findings;
import com.nineminds.temporal.operator.report.StatusFactory;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What Argo CD and Flux tell of a worker at every moment of every story. */
class GitOpsHealthTest {
    @TestFactory
    Stream<DynamicTest> everyStatusOfEveryStoryIsReadAsItsPhaseIsMeant() {
        return Story.all().stream()
                .map(story -> dynamicTest(
                        story.name(),
                        () -> assertThat(story.statuses()).isNotEmpty().allSatisfy(status -> {
                            Map<String, Object> worker = Workers.worker(Story.GENERATION, status);
                            assertThat(ArgoCd.health(worker))
                                    .isEqualTo(new ArgoCd.Health(argo(status), status.message()));
                            assertThat(Flux.health(worker)).isEqualTo(flux(status));
                        })));
    }

    private static String argo(TemporalWorkerStatus status) {
        return switch (Objects.requireNonNull(status.phase())) {
            case Healthy -> "Healthy";
            case Paused -> "Suspended";
            case RolledBack, Invalid, Degraded -> "Degraded";
            case Pending, Progressing, Gating, Holding, Baking, RollingBack, Terminating -> "Progressing";
        };
    }

    private static Flux.Health flux(TemporalWorkerStatus status) {
        return switch (Objects.requireNonNull(status.phase())) {
            case Healthy -> Flux.Health.Current;
            case RolledBack, Invalid -> Flux.Health.Failed;
            // What serves badly may heal; a first rollout that failed does not.
            case Degraded ->
                "InitialRolloutFailed".equals(status.reason()) ? Flux.Health.Failed : Flux.Health.InProgress;
            case Paused, Pending, Progressing, Gating, Holding, Baking, RollingBack, Terminating ->
                Flux.Health.InProgress;
        };
    }

    @Test
    void theStoriesShowEveryPhaseThatADecisionCanHave() {
        EnumSet<Phase> seen = EnumSet.noneOf(Phase.class);
        Story.all().forEach(story -> story.statuses().forEach(status -> seen.add(status.phase())));

        assertThat(seen).isEqualTo(EnumSet.complementOf(EnumSet.of(Phase.Terminating)));
    }

    @Test
    void aBadRevisionFailsWhoeverWaitsForIt() {
        List<TemporalWorkerStatus> statuses = new Story("bad-exit").statuses();

        assertThat(course(statuses, worker -> ArgoCd.health(worker).status()))
                .containsExactly("Progressing", "Degraded");
        assertThat(course(statuses, Flux::health)).containsExactly(Flux.Health.InProgress, Flux.Health.Failed);
    }

    @Test
    void aGoodRevisionIsWaitedForToItsEnd() {
        List<TemporalWorkerStatus> statuses = new Story("progressive").statuses();

        assertThat(course(statuses, worker -> ArgoCd.health(worker).status()))
                .containsExactly("Progressing", "Healthy");
        assertThat(course(statuses, Flux::health)).containsExactly(Flux.Health.InProgress, Flux.Health.Current);
    }

    /** Each value once for as long as it stays. */
    private static <T> List<T> course(List<TemporalWorkerStatus> statuses, Function<Map<String, Object>, T> health) {
        List<T> course = new ArrayList<>();
        for (TemporalWorkerStatus status : statuses) {
            T now = health.apply(Workers.worker(Story.GENERATION, status));
            if (course.isEmpty() || !course.get(course.size() - 1).equals(now)) {
                course.add(now);
            }
        }
        return course;
    }

    @Test
    void nobodyTakesTheOldStatusForThatOfANewSpec() {
        List<TemporalWorkerStatus> statuses = new Story("progressive").statuses();
        Map<String, Object> edited = Workers.worker(Story.GENERATION + 1, statuses.get(statuses.size() - 1));

        assertThat(ArgoCd.health(edited).status()).isEqualTo("Progressing");
        assertThat(Flux.health(edited)).isEqualTo(Flux.Health.InProgress);
    }

    @Test
    void aWorkerThatNoOperatorHasSeenIsNotReady() {
        Map<String, Object> wiped = Map.of("metadata", Map.of("name", "mail", "generation", 1L), "status", Map.of());

        assertThat(ArgoCd.health(Workers.unseen()).status()).isEqualTo("Progressing");
        assertThat(Flux.health(Workers.unseen())).isEqualTo(Flux.Health.Unknown);
        assertThat(ArgoCd.health(wiped).status()).isEqualTo("Progressing");
        assertThat(Flux.health(wiped)).isEqualTo(Flux.Health.InProgress);
    }

    @Test
    void aChildThatCannotBeWrittenFailsWhoeverWaitsForIt() {
        Failure taken = Failure.of(Reason.NameConflict, "Service", "mail");

        assertThat(new Story("progressive").statuses(new Findings(List.of(), List.of(taken))))
                .isNotEmpty()
                .allSatisfy(status -> {
                    Map<String, Object> worker = Workers.worker(Story.GENERATION, status);
                    assertThat(ArgoCd.health(worker).status()).isEqualTo("Degraded");
                    assertThat(Flux.health(worker)).isEqualTo(Flux.Health.Failed);
                });
    }

    @Test
    void aWorkerThatIsBeingDeletedIsOnItsWay() {
        Map<String, Object> worker = Workers.worker(
                Story.GENERATION,
                StatusFactory.terminating(Story.GENERATION, Optional.empty(), Instant.parse("2026-01-01T00:00:00Z")));

        assertThat(ArgoCd.health(worker).status()).isEqualTo("Progressing");
        assertThat(Flux.health(worker)).isEqualTo(Flux.Health.InProgress);
    }
}
