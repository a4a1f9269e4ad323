package com.nineminds.temporal.operator.health;

import static com.nineminds.temporal.operator.health.Containers.crashLoop;
import static com.nineminds.temporal.operator.health.Containers.ended;
import static com.nineminds.temporal.operator.health.Containers.exit;
import static com.nineminds.temporal.operator.health.Containers.exitAgo;
import static com.nineminds.temporal.operator.health.Containers.named;
import static com.nineminds.temporal.operator.health.Containers.restarted;
import static com.nineminds.temporal.operator.health.Containers.running;
import static com.nineminds.temporal.operator.health.Containers.waiting;
import static com.nineminds.temporal.operator.health.PodSketch.NOW;
import static com.nineminds.temporal.operator.health.PodSketch.pod;
import static org.assertj.core.api.Assertions.assertThat;

import com.nineminds.temporal.operator.decide.Failure;
import com.nineminds.temporal.operator.decide.Reason;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What in a pod's status proves that its revision cannot work, and what does not. */
class PodFailuresTest {
    private static final Exit OUT_OF_MEMORY = exit(137, "OOMKilled");

    @Test
    void aCrashLoopIsFatalAndNamesPodContainerExitCodeAndRestarts() {
        assertThat(PodFailures.fatal(pod().with(crashLoop(2, exit(3))).is(), Set.of(), NOW))
                .map(Failure::message)
                .contains("Container worker of pod orders-1 keeps exiting: exit code 3, Error, 2 restarts.");
    }

    @Test
    void aLoopOfExitsWithoutAnErrorIsACrashLoopToo() {
        assertThat(reason(crashLoop(1, exit(0)))).contains(Reason.CrashLoop);
    }

    @Test
    void aCrashLoopWithoutAKnownExitIsFatalAllTheSame() {
        ContainerView unknown = waiting("CrashLoopBackOff", "back-off 10s");

        assertThat(PodFailures.fatal(pod().with(unknown).is(), Set.of(), NOW))
                .map(Failure::message)
                .contains("Container worker of pod orders-1 keeps exiting: no exit code known, 0 restarts.");
    }

    @Test
    void oneFailedExitMayBeBadLuck() {
        assertThat(reason(ended(0, exit(1)))).isEmpty();
        assertThat(reason(restarted(1, exit(1)))).isEmpty();
    }

    @Test
    void aSecondFailedExitIsFatal() {
        assertThat(reason(ended(1, exit(1)))).contains(Reason.CrashLoop);
        assertThat(reason(restarted(2, exit(1)))).contains(Reason.CrashLoop);
    }

    @Test
    void exitsWithoutAnErrorAreNoFailuresOutsideALoop() {
        assertThat(reason(ended(5, exit(0)))).isEmpty();
        assertThat(reason(restarted(5, exit(0)))).isEmpty();
    }

    @Test
    void oneKillForMemoryIsFatal() {
        assertThat(reason(ended(0, OUT_OF_MEMORY))).contains(Reason.OOMKilled);
        assertThat(reason(restarted(1, OUT_OF_MEMORY))).contains(Reason.OOMKilled);
        assertThat(reason(crashLoop(1, OUT_OF_MEMORY))).contains(Reason.OOMKilled);
        assertThat(reason(running(1, Optional.of(OUT_OF_MEMORY)))).contains(Reason.OOMKilled);
    }

    @Test
    void whatIsLongOverDoesNotCountAgainstAContainerThatIsReadyAgain() {
        Exit long_ago = exitAgo(137, "OOMKilled", PodFailures.MEMORY);
        Exit just = exitAgo(137, "OOMKilled", PodFailures.MEMORY.minusSeconds(1));

        assertThat(reason(running(9, Optional.of(long_ago)))).isEmpty();
        assertThat(reason(running(9, Optional.of(just)))).contains(Reason.OOMKilled);
        assertThat(reason(restarted(9, long_ago))).as("not ready again").contains(Reason.OOMKilled);
    }

    @Test
    void anInitContainerThatFailsTwiceIsFatal() {
        ContainerView migrate = named("migrate", true, crashLoop(1, exit(1)));

        assertThat(PodFailures.fatal(
                        pod().with(migrate).with(waiting("PodInitializing", "")).is(), Set.of(), NOW))
                .map(Failure::message)
                .contains("Init container migrate of pod orders-1 does not finish: exit code 1, Error, 1 restarts.");
    }

    @ParameterizedTest
    @CsvSource({"vault-agent-init, true", "vault-agent, false"})
    void aVaultAgentThatCannotDeliverIsNamedAsSuch(String name, boolean init) {
        ContainerView agent = named(name, init, crashLoop(1, exit(1)));

        assertThat(reason(agent)).contains(Reason.VaultAgentFailed);
    }

    @Test
    void aPodThatAsksForAVaultAgentAndHasNoneIsFatalThoughItRuns() {
        PodView pod = pod().vaultExpected()
                .with(running())
                .readyFor(Duration.ofMinutes(1))
                .is();

        assertThat(PodFailures.fatal(pod, Set.of(), NOW))
                .map(Failure::message)
                .hasValueSatisfying(message -> assertThat(message).contains("orders-1", "check its webhook"));
    }

    @Test
    void aPodWithItsVaultAgentOrOfWhichNothingIsKnownYetIsNot() {
        PodView injected = pod().vaultExpected()
                .with(named("vault-agent-init", true, running()))
                .with(running())
                .is();

        assertThat(PodFailures.fatal(injected, Set.of(), NOW)).isEmpty();
        assertThat(PodFailures.fatal(pod().vaultExpected().is(), Set.of(), NOW)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "CreateContainerConfigError | secret \"orders-db\" not found",
                "CreateContainerError       | failed to create task: invalid mount",
                "RunContainerError          | exec: \"worker\": executable file not found in $PATH",
                "CreatePodSandboxConfigError | cannot resolve hostname",
            })
    void aContainerThatCannotBeCreatedIsFatal(String waits, String message) {
        assertThat(PodFailures.fatal(pod().with(waiting(waits, message)).is(), Set.of(), NOW))
                .contains(Failure.of(Reason.ConfigError, "worker", "orders-1", waits + ": " + message));
    }

    @ParameterizedTest
    @ValueSource(strings = {"context deadline exceeded", "name \"worker_orders-1\" is reserved for \"0a1b\""})
    void aNodeThatIsBusyHasTwoMinutesToCatchUp(String message) {
        ContainerView waits = waiting("CreateContainerError", message);

        assertThat(PodFailures.fatal(pod().with(waits).is(), Set.of(), NOW)).isEmpty();
        assertThat(PodFailures.fatal(
                        pod().aged(Duration.ofMinutes(2)).with(waits).is(), Set.of(), NOW))
                .map(Failure::reason)
                .contains(Reason.ConfigError);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ContainerCreating", "PodInitializing"})
    void aContainerThatIsOnItsWayProvesNothing(String waits) {
        assertThat(reason(waiting(waits, ""))).isEmpty();
    }

    @Test
    void aPodThatIsDeletedDisruptedOrOverProvesNothing() {
        ContainerView bad = crashLoop(9, exit(1));

        assertThat(PodFailures.fatal(pod().terminating().with(bad).is(), Set.of(), NOW))
                .isEmpty();
        assertThat(PodFailures.fatal(pod().ended().with(bad).is(), Set.of(), NOW))
                .isEmpty();
        assertThat(PodFailures.fatal(
                        pod().disrupted("PreemptionByScheduler").with(bad).is(), Set.of(), NOW))
                .isEmpty();
    }

    private static Optional<Reason> reason(ContainerView container) {
        return PodFailures.fatal(pod().with(container).is(), Set.of(), NOW).map(Failure::reason);
    }
}
