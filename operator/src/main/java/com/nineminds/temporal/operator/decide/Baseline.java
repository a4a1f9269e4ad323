package com.nineminds.temporal.operator.decide;

/**
 * What the stable revision proves about failures of the target, its canary. Spinnaker's Kayenta judges a canary by its difference from a
 * baseline that lives through the same hours, where Flagger judges it alone; a crash that both show is no difference.
 *
 * <p>Only what is known to work can be compared with. A stable revision that had failed before the rollout began, and has not been fine
 * since, excuses nothing: the target, which may be its repair, is judged alone, and a crash rejects it.
 */
public enum Baseline {
    /** The stable revision has not been fine during the rollout, or there is none. */
    UNKNOWN,
    /** The stable revision was fine during the rollout: Ready pods, no trouble. */
    GOOD,
    /** Both failed alike. Holds until the evidence against the target is gone, which may take longer than the failure does. */
    ALIKE
}
