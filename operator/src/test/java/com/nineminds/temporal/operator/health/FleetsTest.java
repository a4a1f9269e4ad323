package com.nineminds.temporal.operator.health;

import static com.nineminds.temporal.operator.health.Containers.crashLoop;
import static com.nineminds.temporal.operator.health.Containers.ended;
import static com.nineminds.temporal.operator.health.Containers.exit;
import static com.nineminds.temporal.operator.health.Containers.exitAgo;
import static com.nineminds.temporal.operator.health.Containers.running;
import static com.nineminds.temporal.operator.health.Containers.waiting;
import static com.nineminds.temporal.operator.health.PodSketch.NOW;
import static com.nineminds.temporal.operator.health.PodSketch.pod;
import static org.assertj.core.api.Assertions.assertThat;

import com.nineminds.temporal.operator.decide.Category;
import com.nineminds.temporal.operator.decide.Failure;
import com.nineminds.temporal.operator.decide.Fleet;
import com.nineminds.temporal.operator.decide.Reason;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What runs of a revision, summed up. */
class FleetsTest {
    private static final Duration STABILITY = Duration.ofSeconds(10);

    @Test
    void nothingThereIsNothingThatRuns() {
        assertThat(Fleets.of(Optional.empty(), List.of(), STABILITY, NOW)).isEqualTo(Fleet.NONE);
    }

    @Test
    void podsAreCountedByWhatTheyCanDo() {
        Fleet fleet = fleet(
                5,
                pod("starting").is(),
                pod("fresh").readyFor(STABILITY.minusMillis(1)).is(),
                pod("stable").readyFor(STABILITY).is(),
                pod("going").readyFor(STABILITY).terminating().is(),
                pod("gone").terminating().ended().is(),
                pod("evicted").ended().is());

        assertThat(fleet.desired()).isEqualTo(5);
        assertThat(fleet.total()).isEqualTo(3);
        assertThat(fleet.terminating()).isEqualTo(1);
        assertThat(fleet.available()).isEqualTo(2);
        assertThat(fleet.stable()).isEqualTo(1);
    }

    @Test
    void aClockThatIsBehindTheNodesMakesNoPodStable() {
        assertThat(fleet(1, pod().readyFor(Duration.ofSeconds(-30)).is()).stable())
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "EvictionByEvictionAPI",
                "PreemptionByScheduler",
                "DeletionByTaintManager",
                "TerminationByKubelet"
            })
    void aDisruptedPodBlocksAndIsNobodysFault(String why) {
        Fleet fleet =
                fleet(1, pod().disrupted(why).with(crashLoop(3, exit(137))).is());

        assertThat(fleet.fatal()).isEmpty();
        assertThat(fleet.blocker()).contains(Failure.of(Reason.NodeLost, "orders-1", why));
    }

    @Test
    void anEvictedPodBlocksUntilItsGracePeriodIsOver() {
        String why = "EvictionByEvictionAPI";
        PodView leaving = pod().disrupted(why).goneIn(Duration.ofMillis(1)).is();
        PodView stuck = pod().disrupted(why).goneIn(Duration.ZERO).is();

        assertThat(fleet(1, leaving).blocker()).contains(Failure.of(Reason.NodeLost, "orders-1", why));
        assertThat(fleet(1, stuck).blocker()).isEmpty();
    }

    /** As when credentials expire, or one node cannot reach the registry, while others serve. */
    @Test
    void anImageThatAnotherPodRunsExists() {
        PodView without = pod("b").aged(Duration.ofSeconds(119))
                .with(waiting("ErrImagePull", "401 Unauthorized"))
                .is();
        PodView stillWithout = pod("b").aged(Duration.ofSeconds(120))
                .with(waiting("ErrImagePull", "401 Unauthorized"))
                .is();
        PodView serving = serving("a");

        assertThat(fleet(2, serving, without).fatal()).isEmpty();
        assertThat(fleet(2, serving, stillWithout).fatal())
                .contains(Failure.of(Reason.ImagePullRefused, "worker", "b", "ErrImagePull: 401 Unauthorized"));
    }

    @Test
    void aPodWithoutANodeBlocks() {
        assertThat(fleet(
                                1,
                                pod().neverScheduled()
                                        .unschedulable("0/3 nodes are available")
                                        .is())
                        .blocker())
                .contains(Failure.of(Reason.Unschedulable, "orders-1", "0/3 nodes are available"));
    }

    @Test
    void anExceededQuotaBlocks() {
        String refusal =
                "pods \"orders-1\" is forbidden: exceeded quota: compute, requested: pods=1, used: pods=9, limited: pods=9";

        Fleet fleet = refused(refusal);

        assertThat(fleet.blocker()).contains(Failure.of(Reason.QuotaExceeded, "green", refusal));
        assertThat(fleet.fatal()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Internal error occurred: failed calling webhook \"vault.hashicorp.com\": connection refused",
                "Internal error occurred: failed calling webhook \"policy.example\": context deadline exceeded",
            })
    void aWebhookThatDoesNotAnswerBlocks(String refusal) {
        Fleet fleet = refused(refusal);

        assertThat(fleet.blocker()).contains(Failure.of(Reason.AdmissionUnavailable, "green", refusal));
        assertThat(fleet.fatal()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "pods \"orders-1\" is forbidden: violates PodSecurity \"restricted:latest\": runAsNonRoot != true",
                "admission webhook \"policy.example\" denied the request: image must be signed",
                "pods \"orders-1\" is forbidden: failed quota: compute: must specify limits.cpu",
                "pods \"orders-1\" is forbidden: maximum cpu usage per Container is 1, but limit is 2",
                "Pod \"orders-1\" is invalid: spec.containers[0].image: Required value",
            })
    void aRefusalByPolicyIsFatal(String refusal) {
        Fleet fleet = refused(refusal);

        assertThat(fleet.fatal()).contains(Failure.of(Reason.AdmissionRefused, "green", refusal));
        assertThat(fleet.blocker()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "pods \"orders-1\" is forbidden: error looking up service account shop/orders: serviceaccount \"orders\" not found",
                "etcdserver: request timed out",
            })
    void aRefusalThatMayPassIsNeither(String refusal) {
        Fleet fleet = refused(refusal);

        assertThat(fleet.fatal()).isEmpty();
        assertThat(fleet.blocker()).isEmpty();
    }

    @Test
    void evidenceAgainstTheRevisionIsToldBeforeThatAgainstTheRegistry() {
        PodView limited = pod("a").aged(Duration.ofMinutes(5))
                .with(waiting("ErrImagePull", "429 Too Many Requests"))
                .is();
        PodView crashing = pod("b").with(crashLoop(2, exit(1))).is();

        assertThat(fleet(2, limited, crashing).fatal()).map(Failure::reason).contains(Reason.CrashLoop);
    }

    @Test
    void aFirstFailedExitIsATroubleAndNoEvidence() {
        Fleet fleet = fleet(1, pod().with(ended(0, exit(1))).is());

        assertThat(fleet.fatal()).isEmpty();
        assertThat(fleet.troubles()).containsExactly(Category.CRASH);
    }

    @Test
    void whatIsFatalIsATroubleToo() {
        Fleet fleet = fleet(1, pod().with(waiting("InvalidImageName", "no")).is());

        assertThat(fleet.troubles()).containsExactly(Category.IMAGE);
    }

    @Test
    void whatOnePodOfManyShowsIsNoTrouble() {
        PodView crashing = pod("a").with(crashLoop(2, exit(1))).is();

        assertThat(fleet(4, crashing, serving("b"), serving("c"), serving("d")).troubles())
                .isEmpty();
        assertThat(fleet(3, crashing, serving("b"), serving("c")).troubles()).containsExactly(Category.CRASH);
    }

    @Test
    void aKillThatAPodWhichIsReadyAgainRemembersIsEvidenceAndNoTrouble() {
        Exit killed = exitAgo(137, "OOMKilled", PodFailures.NEWS);
        Fleet fleet = fleet(
                1,
                pod().with(running(1, Optional.of(killed)))
                        .readyFor(Duration.ofMinutes(1))
                        .is());

        assertThat(fleet.fatal()).map(Failure::reason).contains(Reason.OOMKilled);
        assertThat(fleet.troubles()).isEmpty();
    }

    @Test
    void anExitIsNoTroubleOfAPodThatShallEndOrHasRunSince() {
        PodView leaving = pod("a").terminating().with(ended(0, exit(143))).is();
        PodView recovered = pod("b").with(running(1, Optional.of(exitAgo(1, "Error", PodFailures.NEWS))))
                .is();
        PodView done = pod("c").with(ended(0, exit(0))).is();

        assertThat(fleet(3, leaving, recovered, done).troubles()).isEmpty();
    }

    private static PodView serving(String name) {
        return pod(name).readyFor(STABILITY).with(running()).is();
    }

    @Test
    void theSamePodsGiveTheSameWordsInWhateverOrder() {
        PodView a = pod("a").with(crashLoop(2, exit(1))).is();
        PodView b = pod("b").with(crashLoop(3, exit(1))).is();

        assertThat(fleet(2, a, b)).isEqualTo(fleet(2, b, a));
    }

    private static Fleet fleet(int desired, PodView... pods) {
        return Fleets.of(Optional.of(deployment(desired, Optional.empty())), Arrays.asList(pods), STABILITY, NOW);
    }

    private static Fleet refused(String message) {
        return Fleets.of(Optional.of(deployment(1, Optional.of(message))), List.of(), STABILITY, NOW);
    }

    private static DeploymentView deployment(int desired, Optional<String> refusal) {
        return new DeploymentView("green", 1, 1, desired, 0, 0, 0, refusal, false);
    }
}
