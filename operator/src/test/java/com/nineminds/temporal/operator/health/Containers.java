package com.nineminds.temporal.operator.health;

import java.time.Duration;
import java.util.Optional;

/** States of a container as a kubelet tells them. */
final class Containers {
    private Containers() {}

    static ContainerView running() {
        return running(0, Optional.empty());
    }

    static ContainerView running(int restarts, Optional<Exit> before) {
        return new ContainerView("worker", false, true, restarts, Optional.empty(), "", Optional.empty(), before);
    }

    /** Runs again after it ended, and is not ready yet. */
    static ContainerView restarted(int restarts, Exit before) {
        return new ContainerView(
                "worker", false, false, restarts, Optional.empty(), "", Optional.empty(), Optional.of(before));
    }

    static ContainerView waiting(String reason, String message) {
        return new ContainerView(
                "worker", false, false, 0, Optional.of(reason), message, Optional.empty(), Optional.empty());
    }

    /** Between an exit and the next start. */
    static ContainerView ended(int restarts, Exit exit) {
        return new ContainerView(
                "worker", false, false, restarts, Optional.empty(), "", Optional.of(exit), Optional.empty());
    }

    static ContainerView crashLoop(int restarts, Exit before) {
        return new ContainerView(
                "worker",
                false,
                false,
                restarts,
                Optional.of("CrashLoopBackOff"),
                "back-off 10s restarting failed container",
                Optional.empty(),
                Optional.of(before));
    }

    static ContainerView named(String name, boolean init, ContainerView like) {
        return new ContainerView(
                name,
                init,
                like.ready(),
                like.restarts(),
                like.waiting(),
                like.waitingMessage(),
                like.ended(),
                like.before());
    }

    static Exit exit(int code) {
        return exit(code, code == 0 ? "Completed" : "Error");
    }

    static Exit exit(int code, String reason) {
        return exitAgo(code, reason, Duration.ofSeconds(1));
    }

    static Exit exitAgo(int code, String reason, Duration ago) {
        return new Exit(code, reason, PodSketch.NOW.minus(ago));
    }
}
