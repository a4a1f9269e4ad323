package com.nineminds.temporal.cluster.node;

import com.nineminds.temporal.cluster.node.image.Image;
import com.nineminds.temporal.cluster.node.image.PullFailure;
import com.nineminds.temporal.cluster.node.run.BackOff;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Gets the image of one container, with the statuses, events and back-off of a pull that fails. */
final class ImagePull {
    private static final String BACK_OFF = "ImagePullBackOff";
    /** How long ErrImagePull is shown before it turns into ImagePullBackOff. */
    private static final Duration SHOW_ERROR = Duration.ofSeconds(1);

    private final PodContext context;
    private final ContainerSlot slot;
    private final ContainerEvents events;
    private final BackOff backOff;
    private @Nullable Instant failed;
    private String error = "";

    ImagePull(PodContext context, ContainerSlot slot, ContainerEvents events) {
        this.context = context;
        this.slot = slot;
        this.events = events;
        ProcessNodeOptions options = context.services().options();
        this.backOff = new BackOff(options.backOff(), options.longestBackOff());
    }

    /** The image; empty while it cannot be had, which the slot then says. */
    Optional<Image> get(Instant now) {
        Optional<Duration> wait = Optional.ofNullable(failed).flatMap(since -> backOff.remaining(since, now));
        if (wait.isPresent()) {
            hold(wait.get(), now);
            return Optional.empty();
        }
        String name = slot.container().getImage();
        Optional<PullFailure> fault = context.services().pullFaults().of(name);
        Optional<Image> image = context.services().options().images().find(name).filter(known -> fault.isEmpty());
        if (image.isEmpty()) {
            fail(name, fault.orElse(PullFailure.NOT_FOUND), now);
        } else {
            failed = null;
            events.normal("Pulled", "Container image \"%s\" already present on machine".formatted(name));
        }
        return image;
    }

    private void fail(String image, PullFailure failure, Instant now) {
        if ("Never".equals(slot.container().getImagePullPolicy())) {
            String message = "Container image \"%s\" is not present with pull policy of Never".formatted(image);
            slot.waiting("ErrImageNeverPull", message);
            events.warning("ErrImageNeverPull", message);
            context.syncAfter(context.services().options().backOff());
            return;
        }
        backOff.attempt(now, now);
        failed = now;
        error = failure.message(image);
        slot.waiting("ErrImagePull", error);
        events.normal("Pulling", "Pulling image \"%s\"".formatted(image));
        events.warning("Failed", "Failed to pull image \"%s\": %s".formatted(image, error));
        events.warning("Failed", "Error: ErrImagePull");
        context.syncAfter(shown());
    }

    private void hold(Duration wait, Instant now) {
        if (failed != null && now.isBefore(failed.plus(shown()))) {
            return;
        }
        if (!slot.isWaitingFor(BACK_OFF)) {
            String held =
                    "Back-off pulling image \"%s\"".formatted(slot.container().getImage());
            slot.waiting(BACK_OFF, held + ": ErrImagePull: " + error);
            events.normal("BackOff", held);
            events.warning("Failed", "Error: " + BACK_OFF);
            context.syncAfter(wait);
        }
    }

    private Duration shown() {
        Duration half = context.services().options().backOff().dividedBy(2);
        return half.compareTo(SHOW_ERROR) < 0 ? half : SHOW_ERROR;
    }
}
