package com.nineminds.temporal.operator.decide.space;

import com.nineminds.temporal.operator.decide.Category;
import com.nineminds.temporal.operator.decide.Failure;
import com.nineminds.temporal.operator.decide.Fleet;
import com.nineminds.temporal.operator.decide.Reason;
import java.util.Optional;
import java.util.Set;

/** What runs of one revision, compared with what is wanted of it. */
public enum Pods {
    NONE,
    STARTING,
    /** One fewer than wanted. */
    PARTIAL,
    COVERED,
    /** As many as the worker has. */
    FULL,
    /** Ready, but not for long enough. */
    FLICKERING,
    BROKEN,
    /** Broken, too, but it was fine during the rollout. */
    FALLEN,
    BLOCKED;

    /**
     * @param wanted pods that a step asks of the revision
     * @param capacity pods of the worker
     */
    Fleet fleet(int wanted, int capacity) {
        return switch (this) {
            case NONE -> Fleet.NONE;
            case STARTING -> pods(wanted, 0, 0);
            case PARTIAL -> pods(wanted, wanted - 1, wanted - 1);
            case COVERED -> pods(wanted, wanted, wanted);
            case FULL -> pods(capacity, capacity, capacity);
            case FLICKERING -> pods(wanted, wanted, 0);
            case BROKEN, FALLEN ->
                new Fleet(
                        wanted,
                        wanted,
                        0,
                        0,
                        0,
                        Optional.of(Failure.of(Reason.CrashLoop, "worker", "pod-1", "exit code 1, 3 restarts")),
                        Set.of(Category.CRASH),
                        Optional.empty());
            case BLOCKED ->
                new Fleet(
                        wanted,
                        wanted,
                        0,
                        wanted - 1,
                        wanted - 1,
                        Optional.empty(),
                        Set.of(),
                        Optional.of(Failure.of(Reason.Unschedulable, "pod-1", "0/3 nodes are available")));
        };
    }

    private static Fleet pods(int desired, int available, int stable) {
        return new Fleet(desired, desired, 0, available, stable, Optional.empty(), Set.of(), Optional.empty());
    }
}
