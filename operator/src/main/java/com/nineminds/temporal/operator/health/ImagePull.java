package com.nineminds.temporal.operator.health;

import com.nineminds.temporal.operator.decide.Failure;
import com.nineminds.temporal.operator.decide.Reason;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Tells an image that does not exist from a registry that has a bad moment. */
final class ImagePull {
    /** Time a registry gets to recover before the rollout is given up for the infrastructure's fault. */
    static final Duration GRACE = Duration.ofMinutes(2);

    private static final String REGISTRY_UNAVAILABLE = "RegistryUnavailable";
    private static final Set<String> REASONS = Set.of(
            "ErrImagePull",
            "ImagePullBackOff",
            "InvalidImageName",
            "ErrImageNeverPull",
            "ImageInspectError",
            "SignatureValidationFailed",
            REGISTRY_UNAVAILABLE);
    /** Words, and numbers only where they are a status: a tag or a digest may hold any number. */
    private static final Pattern BAD_MOMENT = Pattern.compile(
            "too ?many ?requests|pull qps exceeded|status(?: ?code)?[:= ]+(?:429|50[0-4])\\b"
                    + "|internal server error|bad gateway|service unavailable|gateway timeout"
                    + "|i/o timeout|timed out|handshake timeout|(?:deadline|timeout) exceeded"
                    + "|connection refused|connection reset|no route to host|network is unreachable"
                    + "|server misbehaving|unexpected eof|: eof$",
            Pattern.CASE_INSENSITIVE);
    /** The back-off message of older kubelets repeats no cause, so it proves neither. */
    private static final Pattern NO_CAUSE = Pattern.compile("^Back-off pulling image \"[^\"]*\"$");

    private ImagePull() {}

    /** @param pulled whether some pod of the revision has run this container: then its image exists, and others may not get it just now */
    static Optional<Failure> fatal(PodView pod, ContainerView container, boolean pulled, Instant now) {
        if (container.waiting().filter(REASONS::contains).isEmpty()) {
            return Optional.empty();
        }
        String why = container.waiting().orElseThrow() + ": " + container.waitingMessage();
        if (!pulled && !badMoment(container)) {
            return NO_CAUSE.matcher(container.waitingMessage()).matches() && pod.youngerThan(GRACE, now)
                    ? Optional.empty()
                    : Optional.of(Failure.of(Reason.ImagePullFailed, container.name(), pod.name(), why));
        }
        Reason reason = badMoment(container) ? Reason.RegistryUnavailable : Reason.ImagePullRefused;
        return pod.youngerThan(GRACE, now)
                ? Optional.empty()
                : Optional.of(Failure.of(reason, container.name(), pod.name(), why));
    }

    private static boolean badMoment(ContainerView container) {
        return container.waitsFor(REGISTRY_UNAVAILABLE)
                || BAD_MOMENT.matcher(container.waitingMessage()).find();
    }
}
