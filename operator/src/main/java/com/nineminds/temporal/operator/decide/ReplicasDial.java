package com.nineminds.temporal.operator.decide;

import com.nineminds.temporal.api.v1alpha1.Strategy;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The dial of unversioned workers: pods of both revisions poll the same task queues, so the share of work is about the share of
 * pods. Surge first: the stable revision gives up a pod only for a stably available pod of the target, and keeps one warm pod until
 * the bake is over. {@link Strategy#Recreate} alone goes through zero.
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
                        pods.put(stable.hash(), rollout.map(this::ofStable).orElse(full())));
        rollout.ifPresent(at -> pods.put(at.target().hash(), ofTarget(at)));
        keepLeftovers(pods, rollout);
        return pods;
    }

    private Capacity full() {
        return new Capacity(policy.scale().min(), policy.scale().max());
    }

    private Capacity ofTarget(Situation at) {
        if (!at.standingAt().servesTarget()) {
            return Capacity.ZERO;
        }
        if (policy.strategy() == Strategy.Recreate && at.stableFleet().total() > 0) {
            return Capacity.ZERO;
        }
        return at.standingAt() == RolloutPhase.BAKING ? full() : Capacity.exactly(at.wanted());
    }

    private Capacity ofStable(Situation at) {
        int all = at.capacity();
        if (at.standingAt() == RolloutPhase.ROLLING_BACK) {
            boolean wait = policy.strategy() == Strategy.Recreate && at.fleet().total() > 0;
            return wait
                    ? Capacity.ZERO
                    : new Capacity(all, Math.max(all, policy.scale().max()));
        }
        if (policy.strategy() == Strategy.Recreate) {
            return Capacity.ZERO;
        }
        if (at.standingAt() == RolloutPhase.BAKING) {
            return Capacity.exactly(WARM);
        }
        if (policy.strategy() == Strategy.AllAtOnce) {
            return Capacity.exactly(all);
        }
        return Capacity.exactly(Math.max(WARM, all - Math.min(at.fleet().stable(), at.wanted())));
    }

    /** A revision that gave way without fault keeps serving until the others cover the capacity. */
    private void keepLeftovers(Map<String, Capacity> pods, Optional<Situation> rollout) {
        if (revisions.stable().isEmpty() || policy.strategy() == Strategy.Recreate) {
            return;
        }
        int all = rollout.map(Situation::capacity).orElseGet(this::steadyCapacity);
        int covered = pods.entrySet().stream()
                .filter(entry -> !entry.getValue().isZero())
                .mapToInt(entry -> Math.min(
                        seen.fleet(entry.getKey()).available(), entry.getValue().max()))
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

    private int steadyCapacity() {
        int desired = revisions
                .stable()
                .map(stable -> seen.fleet(stable.hash()).desired())
                .orElse(0);
        return policy.scale().clamp(desired);
    }
}
