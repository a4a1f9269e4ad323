package com.nineminds.temporal.operator.decide;

import java.util.Optional;
import java.util.Set;

/**
 * What runs of one revision.
 *
 * @param desired replicas that its Deployment asks for
 * @param total pods that exist and are not terminating
 * @param terminating pods that are being deleted and may still be at work
 * @param available pods that are Ready
 * @param stable pods that have been Ready without a break for the stability window; flapping pods never count
 * @param fatal evidence that the revision cannot work
 * @param troubles categories of what more than a quarter of its pods fails of, or has just failed of for the first time: enough to doubt
 *     that another revision which fails alike is to blame
 * @param blocker what keeps pods from running without the revision's fault
 */
public record Fleet(
        int desired,
        int total,
        int terminating,
        int available,
        int stable,
        Optional<Failure> fatal,
        Set<Category> troubles,
        Optional<Failure> blocker) {
    public static final Fleet NONE = new Fleet(0, 0, 0, 0, 0, Optional.empty(), Set.of(), Optional.empty());

    public Fleet {
        troubles = Set.copyOf(troubles);
    }

    /** The same fleet with evidence from elsewhere; what its pods show comes first. */
    public Fleet orFatal(Optional<Failure> evidence) {
        return new Fleet(desired, total, terminating, available, stable, fatal.or(() -> evidence), troubles, blocker);
    }

    /** Whether it serves and nothing speaks against it: another revision can be compared with it. */
    public boolean fine() {
        return available > 0 && troubles.isEmpty();
    }

    /** Whether it has pods or is about to have some. */
    public boolean runs() {
        return desired > 0 || total > 0;
    }
}
