package com.nineminds.temporal.operator.health;

import com.nineminds.temporal.operator.decide.Failure;
import com.nineminds.temporal.operator.decide.Reason;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Evidence in a pod's status that its revision cannot work: decided by the event that shows it, not by a deadline. A pod that is
 * being deleted or disrupted proves nothing.
 */
public final class PodFailures {
    /** An exit longer ago than this no longer counts against a container that runs again. */
    static final Duration MEMORY = Duration.ofMinutes(10);

    /** For so long one failed exit is news: a second one, if it comes, has come by then. */
    static final Duration NEWS = Duration.ofMinutes(2);

    private static final Set<String> NO_CONFIG = Set.of(
            "CreateContainerConfigError", "CreateContainerError", "RunContainerError", "CreatePodSandboxConfigError");
    /** Words of a container runtime that could not keep up, which may pass. */
    private static final Pattern BUSY_NODE =
            Pattern.compile("deadline exceeded|timed out|connection refused|is reserved for", Pattern.CASE_INSENSITIVE);

    private static final String CRASH_LOOP = "CrashLoopBackOff";
    private static final String VAULT_AGENT = "vault-agent";

    private PodFailures() {}

    /** @param pulled names of the containers that some pod of the revision has run */
    public static Optional<Failure> fatal(PodView pod, Set<String> pulled, Instant now) {
        if (!pod.counts() || pod.disrupted().isPresent()) {
            return Optional.empty();
        }
        return vaultMissing(pod)
                .or(() -> pod.containers().stream()
                        .flatMap(container -> fatal(pod, container, pulled, now).stream())
                        .findFirst());
    }

    /** A failed exit of this moment. It may be the first of many, or bad luck. */
    static Optional<Failure> first(PodView pod, Instant now) {
        return pod.containers().stream()
                .filter(container -> pod.counts() && pod.disrupted().isEmpty())
                .flatMap(container -> container
                        .exits()
                        .filter(exit -> exit.failed() && exit.at().plus(NEWS).isAfter(now))
                        .limit(1)
                        .map(exit ->
                                Failure.of(crashReason(container, now), container.name(), pod.name(), exit.text())))
                .findFirst();
    }

    private static Optional<Failure> fatal(PodView pod, ContainerView container, Set<String> pulled, Instant now) {
        Optional<Failure> image = ImagePull.fatal(pod, container, pulled.contains(container.name()), now);
        if (image.isPresent()) {
            return image;
        }
        if (container.waiting().filter(NO_CONFIG::contains).isPresent()) {
            return notCreated(pod, container, now);
        }
        return crashed(container, now)
                .map(why -> Failure.of(crashReason(container, now), container.name(), pod.name(), why));
    }

    private static Optional<Failure> notCreated(PodView pod, ContainerView container, Instant now) {
        boolean busy = BUSY_NODE.matcher(container.waitingMessage()).find() && pod.youngerThan(ImagePull.GRACE, now);
        String why = container.waiting().orElseThrow() + ": " + container.waitingMessage();
        return busy ? Optional.empty() : Optional.of(Failure.of(Reason.ConfigError, container.name(), pod.name(), why));
    }

    /** CrashLoopBackOff, a second failed exit, or one kill for memory. One failed exit may be bad luck. */
    private static Optional<String> crashed(ContainerView container, Instant now) {
        Optional<Exit> last =
                container.exits().filter(exit -> counts(exit, container, now)).findFirst();
        boolean loops = container.waitsFor(CRASH_LOOP);
        boolean again = last.filter(Exit::failed).isPresent() && failures(container) >= 2;
        boolean memory = last.filter(Exit::outOfMemory).isPresent();
        if (!loops && !again && !memory) {
            return Optional.empty();
        }
        String exit = container.exits().findFirst().map(Exit::text).orElse("no exit code known");
        return Optional.of(exit + ", " + container.restarts() + " restarts");
    }

    private static int failures(ContainerView container) {
        int current = container.ended().filter(Exit::failed).isPresent() ? 1 : 0;
        return container.restarts() + current;
    }

    private static boolean counts(Exit exit, ContainerView container, Instant now) {
        return !container.ready() || exit.at().plus(MEMORY).isAfter(now);
    }

    private static Reason crashReason(ContainerView container, Instant now) {
        boolean memory =
                container.exits().filter(exit -> counts(exit, container, now)).anyMatch(Exit::outOfMemory);
        if (memory) {
            return Reason.OOMKilled;
        }
        if (container.name().startsWith(VAULT_AGENT)) {
            return Reason.VaultAgentFailed;
        }
        return container.init() ? Reason.InitContainerFailed : Reason.CrashLoop;
    }

    /** The injector's webhook fails open: without it pods start and miss their secrets. */
    private static Optional<Failure> vaultMissing(PodView pod) {
        boolean injected =
                pod.containers().stream().anyMatch(container -> container.name().startsWith(VAULT_AGENT));
        boolean known = !pod.containers().isEmpty();
        return pod.vaultExpected() && known && !injected
                ? Optional.of(
                        Failure.of(
                                Reason.VaultAgentMissing,
                                pod.containers().get(0).name(),
                                pod.name(),
                                "annotation vault.hashicorp.com/agent-inject is set but the injector did not act; check its webhook"))
                : Optional.empty();
    }
}
