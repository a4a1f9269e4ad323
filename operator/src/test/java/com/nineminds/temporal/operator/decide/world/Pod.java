package com.nineminds.temporal.operator.decide.world;

import com.nineminds.temporal.operator.decide.Failure;
import com.nineminds.temporal.operator.decide.Reason;
import java.util.Optional;
import java.util.OptionalLong;

/** One simulated pod. Times are seconds of the world. */
final class Pod {
    private static final int FIRST_EXIT_SEEN = 1;
    private static final int CRASH_SEEN = 10;
    private static final int IMAGE_SEEN = 3;
    private static final int REGISTRY_GRACE = 120;

    private final String name;
    private final Times times;
    private Health health;
    private long healthSince;
    private OptionalLong readySince = OptionalLong.empty();
    private OptionalLong lostSince = OptionalLong.empty();

    Pod(String name, Times times, Health health, long now) {
        this.name = name;
        this.times = times;
        this.health = health;
        this.healthSince = now;
    }

    void turn(Health next, long now) {
        if (next != health) {
            health = next;
            healthSince = now;
        }
    }

    void loseNode(long now) {
        lostSince = OptionalLong.of(now);
    }

    boolean replaceable(long now) {
        return lostSince.isPresent() && now - lostSince.getAsLong() >= times.nodeLoss();
    }

    void tick(long now, boolean outage) {
        boolean ready = !outage && lostSince.isEmpty() && ready(now);
        if (!ready) {
            readySince = OptionalLong.empty();
        } else if (readySince.isEmpty()) {
            readySince = OptionalLong.of(now);
        }
    }

    private boolean ready(long now) {
        long running = now - healthSince - times.startup();
        if (running < 0) {
            return false;
        }
        return switch (health) {
            case GOOD -> true;
            case FLAPPING -> running % (2L * times.stability()) < times.stability() - 1;
            case UNSTEADY -> running % (4L * times.stability() + 2) < 4L * times.stability();
            default -> false;
        };
    }

    /** A pod that was already Ready when its world begins. */
    Pod readySince(long second) {
        healthSince = second - times.startup();
        readySince = OptionalLong.of(second);
        return this;
    }

    boolean ready() {
        return readySince.isPresent();
    }

    boolean stable(long now) {
        return readySince.isPresent() && now - readySince.getAsLong() >= times.stability();
    }

    /** One failed exit is seen before there is evidence. */
    boolean exited(long now) {
        return lostSince.isEmpty() && health == Health.CRASHING && now - healthSince >= FIRST_EXIT_SEEN;
    }

    Optional<Failure> fatal(long now) {
        long age = now - healthSince;
        if (lostSince.isPresent()) {
            return Optional.empty();
        }
        return switch (health) {
            case CRASHING -> evidence(Reason.CrashLoop, "exit code 1", age >= CRASH_SEEN);
            case NO_IMAGE -> evidence(Reason.ImagePullFailed, "not found", age >= IMAGE_SEEN);
            case NO_REGISTRY -> evidence(Reason.RegistryUnavailable, "503", age >= REGISTRY_GRACE);
            case NO_IMAGE_HERE -> evidence(Reason.ImagePullRefused, "no match for platform", age >= REGISTRY_GRACE);
            default -> Optional.empty();
        };
    }

    private Optional<Failure> evidence(Reason reason, String why, boolean seen) {
        return seen ? Optional.of(Failure.of(reason, "worker", name, why)) : Optional.empty();
    }

    Optional<Failure> blocker() {
        if (lostSince.isPresent()) {
            return Optional.of(Failure.of(Reason.NodeLost, name, "the node does not answer"));
        }
        return health == Health.UNSCHEDULABLE
                ? Optional.of(Failure.of(Reason.Unschedulable, name, "0/3 nodes are available"))
                : Optional.empty();
    }
}
