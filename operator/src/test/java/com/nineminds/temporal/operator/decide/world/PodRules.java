package com.nineminds.temporal.operator.decide.world;

import com.nineminds.temporal.api.v1alpha1.Strategy;
import com.nineminds.temporal.operator.decide.Capacity;
import com.nineminds.temporal.operator.decide.Fleet;
import com.nineminds.temporal.operator.decide.RevisionState;
import com.nineminds.temporal.operator.decide.Revisions;
import com.nineminds.temporal.operator.decide.Rollout;
import com.nineminds.temporal.operator.decide.RolloutPhase;
import com.nineminds.temporal.operator.decide.Scale;
import com.nineminds.temporal.operator.decide.Verdict;

/** What a decision may ask of pods: nothing of rejected revisions, and surge first. */
final class PodRules {
    private final Moment moment;
    private final Rules rules;
    private final Revisions after;
    private final Scale scale;

    PodRules(Moment moment, Rules rules) {
        this.moment = moment;
        this.rules = rules;
        this.after = moment.decision().revisions();
        this.scale = moment.policy().scale();
    }

    void check() {
        if (moment.seen().target().isEmpty()) {
            rules.require(moment.decision().capacities().isEmpty(), () -> "an invalid spec moves pods");
            return;
        }
        after.byHash().values().forEach(this::withinBounds);
        if (moment.policy().strategy() != Strategy.Recreate) {
            floorHolds();
            after.stable().ifPresent(this::stableServes);
        }
    }

    private void withinBounds(RevisionState revision) {
        Capacity capacity = capacity(revision.hash());
        rules.require(
                !revision.is(Verdict.REJECTED) || capacity.max() == 0,
                () -> "rejected revision " + revision.hash() + " is asked to serve");
        rules.require(
                0 <= capacity.min() && capacity.min() <= capacity.max() && capacity.max() <= scale.max(),
                () -> capacity + " of " + revision.hash() + " is beyond " + scale);
    }

    /** Pods that cover the capacity before still cover it, or what remains covers it without them. */
    private void floorHolds() {
        int floor = floor();
        int before = 0;
        int kept = 0;
        int asked = 0;
        for (RevisionState revision : after.byHash().values()) {
            Fleet fleet = moment.seen().fleet(revision.hash());
            Capacity capacity = capacity(revision.hash());
            asked += Math.min(capacity.max(), Math.max(capacity.min(), fleet.desired()));
            if (!revision.is(Verdict.REJECTED)) {
                int good = revision.inFlight() ? fleet.stable() : fleet.available();
                before += good;
                kept += Math.min(good, capacity.max());
            }
        }
        String counts = "of " + before + " good pods " + kept + " are kept, " + asked + " asked for, floor " + floor;
        rules.require(kept >= Math.min(floor, before), () -> "good pods are given up: " + counts);
        rules.require(moment.inFlight().isEmpty() || asked >= floor, () -> "too few pods are asked for: " + counts);
    }

    /** While the target bakes, its autoscaler decides. */
    private int floor() {
        return moment.inFlight()
                .filter(rollout -> !scale.autoscaled() || rollout.standing() != RolloutPhase.BAKING)
                .map(rollout -> scale.clamp(rollout.capacity()))
                .orElse(scale.min());
    }

    /** It gives up a pod only for a stably available pod of the target, and the last one only when the target is promoted. */
    private void stableServes(RevisionState stable) {
        Capacity capacity = capacity(stable.hash());
        rules.require(!capacity.isZero(), () -> "the stable revision is stopped");
        moment.inFlight()
                .filter(rollout -> rollout.standing() != RolloutPhase.BAKING)
                .ifPresent(rollout -> rules.require(
                        capacity.min() >= floor() - replacements(rollout),
                        () -> "the stable revision gives up pods that the target does not replace"));
    }

    private int replacements(Rollout rollout) {
        boolean counts = moment.policy().strategy() == Strategy.Progressive
                && rollout.standing().servesTarget();
        return counts
                ? moment.seen().fleet(moment.seen().target().orElseThrow()).stable()
                : 0;
    }

    private Capacity capacity(String hash) {
        return moment.decision().capacities().getOrDefault(hash, Capacity.ZERO);
    }
}
