package com.nineminds.temporal.operator.decide.world;

import com.nineminds.temporal.api.v1alpha1.Phase;
import com.nineminds.temporal.api.v1alpha1.Strategy;
import com.nineminds.temporal.operator.decide.Capacity;
import com.nineminds.temporal.operator.decide.Category;
import com.nineminds.temporal.operator.decide.Decision;
import com.nineminds.temporal.operator.decide.Fleet;
import com.nineminds.temporal.operator.decide.Notice;
import com.nineminds.temporal.operator.decide.Pause;
import com.nineminds.temporal.operator.decide.RevisionState;
import com.nineminds.temporal.operator.decide.Revisions;
import com.nineminds.temporal.operator.decide.Rollout;
import com.nineminds.temporal.operator.decide.RolloutPhase;
import com.nineminds.temporal.operator.decide.Scale;
import com.nineminds.temporal.operator.decide.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What holds of every single decision, whatever was recorded, seen and asked for. */
public final class Invariants {
    private final Moment moment;
    private final Decision decision;
    private final Revisions after;
    private final List<String> broken = new ArrayList<>();

    private Invariants(Moment moment) {
        this.moment = moment;
        this.decision = moment.decision();
        this.after = decision.revisions();
    }

    /** @return every rule that the decision breaks, in words */
    public static List<String> broken(Moment moment) {
        Invariants invariants = new Invariants(moment);
        invariants.rejectedServesNothing();
        invariants.waitsForSomethingNamed();
        invariants.floorHolds();
        invariants.stableIsAsked();
        invariants.decidesTheSameAgain();
        invariants.rolloutsKeepTheirIds();
        invariants.verdictsHaveAReason();
        invariants.broken.addAll(GateEvidence.missing(moment));
        return invariants.broken;
    }

    public static void hold(Moment moment) {
        List<String> broken = broken(moment);
        if (!broken.isEmpty()) {
            throw new AssertionError(String.join("\n", broken) + "\nby " + moment);
        }
    }

    private void require(boolean holds, String rule) {
        if (!holds) {
            broken.add(rule);
        }
    }

    private Optional<RevisionState> target() {
        return moment.seen().target().flatMap(after::get);
    }

    private Optional<Rollout> inFlight() {
        return target().flatMap(RevisionState::rollout).filter(Rollout::inFlight);
    }

    private boolean recreates() {
        return moment.policy().strategy() == Strategy.Recreate;
    }

    private void rejectedServesNothing() {
        after.byHash().values().stream()
                .filter(revision -> revision.is(Verdict.REJECTED))
                .filter(revision -> capacity(revision.hash()).max() > 0)
                .forEach(revision -> broken.add("rejected revision " + revision.hash() + " is asked to serve"));
    }

    private void waitsForSomethingNamed() {
        require(
                decision.requeueAfter().stream().noneMatch(wait -> wait.isZero() || wait.isNegative()),
                "wakes up in no time");
        if (inFlight().isEmpty()) {
            return;
        }
        Rollout rollout = inFlight().get();
        boolean deadline = rollout.clocks().progress().runningSince().isPresent();
        boolean named = decision.standing().phase() == Phase.Paused
                || decision.standing().reason().category() == Category.INFRASTRUCTURE;
        require(
                deadline || named || decision.requeueAfter().isPresent(),
                rollout.phase() + " waits without deadline, timer or named reason");
        require(!deadline || decision.requeueAfter().isPresent(), rollout.phase() + " sleeps through its deadline");
    }

    /** Pods that cover the capacity before still cover it, or what remains covers it without them. */
    private void floorHolds() {
        if (recreates() || moment.seen().target().isEmpty()) {
            return;
        }
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
        require(kept >= Math.min(floor, before), "of " + before + " good pods only " + kept + " are kept");
        require(inFlight().isEmpty() || asked >= floor, "asks for only " + asked + " of " + floor + " pods");
    }

    /** While the target bakes, its autoscaler decides. */
    private int floor() {
        Scale scale = moment.policy().scale();
        return inFlight()
                .filter(rollout -> !scale.autoscaled() || standing(rollout) != RolloutPhase.BAKING)
                .map(rollout -> scale.clamp(rollout.capacity()))
                .orElse(scale.min());
    }

    private static RolloutPhase standing(Rollout rollout) {
        return rollout.pause().map(Pause::resumeAt).orElse(rollout.phase());
    }

    private void stableIsAsked() {
        if (moment.seen().target().isEmpty() || recreates()) {
            return;
        }
        after.stable()
                .ifPresent(stable -> require(!capacity(stable.hash()).isZero(), "the stable revision is stopped"));
    }

    private Capacity capacity(String hash) {
        return decision.capacities().getOrDefault(hash, Capacity.ZERO);
    }

    private void decidesTheSameAgain() {
        Decision again = moment.again().decision();
        require(again.revisions().equals(after), "deciding again changes the record");
        require(again.capacities().equals(decision.capacities()), "deciding again changes the capacities");
        require(again.standing().equals(decision.standing()), "deciding again changes the standing");
        require(again.gates().equals(decision.gates()), "deciding again changes the gates");
        require(again.retired().equals(decision.retired()), "deciding again retires others");
        require(again.requeueAfter().equals(decision.requeueAfter()), "deciding again changes the timer");
        Set<String> told = decision.notices().stream().map(Notice::key).collect(Collectors.toSet());
        again.notices().stream()
                .filter(notice -> !told.contains(notice.key()))
                .forEach(notice -> broken.add("deciding again tells " + notice.reason()));
    }

    private void rolloutsKeepTheirIds() {
        for (RevisionState old : moment.before().byHash().values()) {
            RevisionState now = after.get(old.hash()).orElseThrow();
            String was = old.rollout().map(Rollout::id).orElse("");
            String is = now.rollout().map(Rollout::id).orElse("");
            require(now.attempts() >= old.attempts(), "attempts of " + old.hash() + " are forgotten");
            require(
                    was.equals(is) == (now.attempts() == old.attempts()),
                    "rollout " + was + " became " + is + " at attempt " + now.attempts());
            require(now.consumed().containsAll(old.consumed()), "consumed verbs of " + old.hash() + " are forgotten");
        }
    }

    private void verdictsHaveAReason() {
        for (RevisionState now : after.byHash().values()) {
            Optional<RevisionState> old = moment.before().get(now.hash());
            boolean was = old.filter(state -> state.is(Verdict.REJECTED)).isPresent();
            boolean retried =
                    old.filter(state -> state.attempts() < now.attempts()).isPresent();
            require(!was || retried || now.is(Verdict.REJECTED), "rejection of " + now.hash() + " is forgotten");
            require(now.is(Verdict.REJECTED) == now.cause().isPresent(), now.hash() + " is rejected without a cause");
            boolean promoted = now.is(Verdict.PROMOTED) && old.stream().noneMatch(state -> state.is(Verdict.PROMOTED));
            require(
                    !promoted || after.stable().filter(now::equals).isPresent(),
                    now.hash() + " is promoted, not stable");
        }
    }
}
