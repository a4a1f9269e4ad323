package com.nineminds.temporal.operator.decide;

import com.nineminds.temporal.api.v1alpha1.Strategy;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The dial of unversioned workers: pods of both revisions poll the same task queues, so the share of work is about the share of
 * pods. Surge first: the stable revision gives up a pod only for a stably available pod of the target that the gates have passed (one
 * that is Ready and polls nothing takes no work over), and keeps one warm pod until the bake is over. {@link Strategy#Recreate} alone goes through zero, and runs one revision at a time.
 */
final class ReplicasDial {
    private static final int WARM = 1;

    private final Revisions revisions;
    private final Observation seen;
    private final RolloutPolicy policy;

    ReplicasDial(Revisions revisions, Observation seen, RolloutPolicy policy) {
        this.revisions = revisions;
        this.seen = seen;
        this.policy = policy;
    }

    /** @param rollout the rollout of the target, if it is in flight */
    Map<String, Capacity> capacities(Optional<Situation> rollout) {
        Map<String, Capacity> pods = new HashMap<>();
        revisions.byHash().keySet().forEach(hash -> pods.put(hash, Capacity.ZERO));
        revisions
                .stable()
                .ifPresent(stable ->
                        pods.put(stable.hash(), rollout.map(this::ofStable).orElseGet(this::alone)));
        rollout.ifPresent(at -> pods.put(at.target().hash(), ofTarget(at)));
        if (policy.strategy() == Strategy.Recreate) {
            pods.replaceAll((hash, capacity) -> mustWait(hash) ? Capacity.ZERO : capacity);
        } else {
            keepLeftovers(pods, rollout);
        }
        return pods;
    }

    /** Recreate starts no revision while another one has pods; one that runs is never stopped for it. */
    private boolean mustWait(String hash) {
        return !seen.fleet(hash).runs() && seen.othersAtWork(hash) > 0;
    }

    private Capacity full() {
        return new Capacity(policy.scale().min(), policy.scale().max());
    }

    /** Without a rollout. What a withdrawn one had is the least until the stable revision has it. */
    private Capacity alone() {
        int least = policy.scale().clamp(Demand.withdrawn(revisions, seen));
        return new Capacity(least, policy.scale().max());
    }

    private Capacity ofTarget(Situation at) {
        if (!at.standingAt().servesTarget() || at.staged()) {
            return Capacity.ZERO;
        }
        return at.standingAt() == RolloutPhase.BAKING
                ? full()
                : Capacity.exactly(Math.max(at.wanted(), Math.min(at.fleet().available(), uncovered(at))));
    }

    /** A target that wants less than it has gives up a pod only for one of the stable revision. */
    private static int uncovered(Situation at) {
        return at.capacity() - at.stableFleet().available();
    }

    /** Its autoscaler may add pods as long as the target has taken nothing over: a rollout may wait for long, and the load does not. */
    private Capacity ofStable(Situation at) {
        int all = at.capacity();
        Capacity untouched = new Capacity(all, Math.max(all, policy.scale().max()));
        if (at.standingAt() == RolloutPhase.ROLLING_BACK || at.staged()) {
            return untouched;
        }
        if (policy.strategy() == Strategy.Recreate) {
            return Capacity.ZERO;
        }
        if (at.standingAt() == RolloutPhase.BAKING) {
            int lost =
                    Math.min(at.wanted(), at.rollout().highWater()) - at.fleet().stable();
            return Capacity.exactly(Math.max(WARM, lost));
        }
        int taken = at.takenOver();
        return taken == 0 ? untouched : Capacity.exactly(Math.max(WARM, all - taken));
    }

    /** A revision that gave way without fault keeps serving until the others cover the capacity. */
    private void keepLeftovers(Map<String, Capacity> pods, Optional<Situation> rollout) {
        int all =
                rollout.map(Situation::capacity).orElseGet(() -> policy.scale().clamp(Demand.now(revisions, seen)));
        int covered = pods.entrySet().stream()
                .filter(entry -> !entry.getValue().isZero())
                .mapToInt(entry ->
                        Math.min(proven(entry.getKey()), entry.getValue().max()))
                .sum();
        for (RevisionState revision : revisions.newestFirst()) {
            Fleet fleet = seen.fleet(revision.hash());
            boolean leftover = pods.get(revision.hash()) == Capacity.ZERO && !revision.is(Verdict.REJECTED);
            int kept = Math.min(fleet.available(), Math.max(0, all - covered));
            if (leftover && fleet.desired() > 0 && kept > 0) {
                pods.put(revision.hash(), Capacity.exactly(kept));
                covered += kept;
            }
        }
    }

    /** A target on its way counts only with what is stably available. */
    private int proven(String hash) {
        boolean onTrial = revisions.get(hash).filter(RevisionState::inFlight).isPresent();
        Fleet fleet = seen.fleet(hash);
        return onTrial ? fleet.stable() : fleet.available();
    }
}
