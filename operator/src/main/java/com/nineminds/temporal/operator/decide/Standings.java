package com.nineminds.temporal.operator.decide;

import com.nineminds.temporal.api.v1alpha1.Phase;
import java.util.Map;
import java.util.Optional;

/** Puts into one word where a worker stands. */
final class Standings {
    static final Standing INVALID = new Standing(Phase.Invalid, Reason.InvalidSpec, "");

    private final Revisions revisions;
    private final Map<String, Capacity> capacities;
    private final Observation seen;

    /** @param capacities what is asked for now, which the Deployments may not show yet */
    Standings(Revisions revisions, Map<String, Capacity> capacities, Observation seen) {
        this.revisions = revisions;
        this.capacities = capacities;
        this.seen = seen;
    }

    /** Without a rollout in flight. A stable revision that does not serve is worse news than a rejected target. */
    Standing atRest(RevisionState target) {
        if (!target.is(Verdict.REJECTED)) {
            return serving(target.hash());
        }
        String cause = target.cause().map(why -> why.reason().name()).orElse("unknown");
        String evidence = target.cause().map(Failure::message).orElse("");
        return revisions
                .stable()
                .map(stable -> {
                    Standing serving = serving(stable.hash());
                    boolean serves = serving.phase() != Phase.Degraded && serving.reason() != Reason.Draining;
                    return serves
                            ? standing(Phase.RolledBack, Reason.RolledBack, target.hash(), cause, stable.hash())
                            : serving;
                })
                .orElseGet(() -> standing(Phase.Degraded, Reason.InitialRolloutFailed, target.hash(), cause, evidence));
    }

    static Standing inFlight(Situation at) {
        String hash = at.target().hash();
        int step = at.stepIndex() + 1;
        return switch (at.rollout().phase()) {
            case PROGRESSING -> progressing(at);
            case GATING ->
                blocked(at, Phase.Gating).orElseGet(() -> standing(Phase.Gating, Reason.WaitingForGates, step, hash));
            case HOLDING -> holding(at);
            case PAUSED -> paused(at);
            case BAKING -> baking(at);
            case ROLLING_BACK -> rollingBack(at);
            default -> throw new IllegalStateException(at.rollout().phase() + " is not in flight");
        };
    }

    private static Standing progressing(Situation at) {
        boolean nothingYet = at.stable().isEmpty() && at.fleet().total() == 0;
        return waiting(at, nothingYet ? Phase.Pending : Phase.Progressing);
    }

    private static Standing holding(Situation at) {
        return at.covered() && at.evidence().inSuspense().isEmpty()
                ? standing(
                        Phase.Holding,
                        Reason.StepHolding,
                        at.stepIndex() + 1,
                        at.target().hash(),
                        at.step().share())
                : waiting(at, Phase.Holding);
    }

    private static Standing baking(Situation at) {
        return at.evidence()
                .inSuspense()
                .map(why -> standing(Phase.Baking, why))
                .orElseGet(
                        () -> standing(Phase.Baking, Reason.Baking, at.target().hash()));
    }

    private static Standing waiting(Situation at, Phase phase) {
        return blocked(at, phase)
                .orElseGet(() -> standing(
                        phase,
                        Reason.WaitingForPods,
                        at.stepIndex() + 1,
                        at.target().hash(),
                        at.wanted()));
    }

    /** What stops the deadline is named, or what is in suspense while it runs. */
    private static Optional<Standing> blocked(Situation at, Phase phase) {
        return at.blocker().or(() -> at.evidence().inSuspense()).map(why -> standing(phase, why));
    }

    private static Standing paused(Situation at) {
        Failure why = at.rollout()
                .pause()
                .map(Pause::why)
                .orElseGet(() -> Failure.of(Reason.Paused, at.target().hash()));
        return standing(Phase.Paused, why);
    }

    private static Standing rollingBack(Situation at) {
        String cause = at.target().cause().map(why -> why.reason().name()).orElse("unknown");
        String evidence = at.target().cause().map(Failure::message).orElse("");
        String stable = at.stable().map(RevisionState::hash).orElse("none");
        return standing(Phase.RollingBack, Reason.RollingBack, at.target().hash(), cause, stable, evidence);
    }

    /**
     * Degraded by the Deployment controller's own measure: more than a quarter of the pods is missing; or by fatal evidence. Pods that
     * an autoscaler adds to the least capacity are not missed before they are there.
     */
    private Standing serving(String hash) {
        Fleet fleet = seen.fleet(hash);
        int least = capacities.getOrDefault(hash, Capacity.ZERO).min();
        int wanted = Math.max(fleet.desired(), least);
        int enough = Math.max(1, least - least / 4);
        if (wanted == 0 && seen.othersAtWork(hash) > 0) {
            return standing(Phase.Progressing, Reason.Draining, hash, seen.othersAtWork(hash));
        }
        if (fleet.fatal().isPresent()) {
            Failure why = fleet.fatal().get();
            return standing(Phase.Degraded, why);
        }
        if (fleet.available() >= enough) {
            return fleet.available() < wanted
                    ? standing(Phase.Healthy, Reason.Scaling, hash, fleet.available(), wanted)
                    : standing(Phase.Healthy, Reason.Healthy, hash, fleet.available());
        }
        return fleet.available() + leftovers(hash) >= enough
                ? standing(Phase.Progressing, Reason.Scaling, hash, fleet.available(), wanted)
                : fleet.blocker()
                        .map(why -> standing(Phase.Degraded, why))
                        .orElseGet(() ->
                                standing(Phase.Degraded, Reason.ServingUnhealthy, hash, fleet.available(), wanted));
    }

    /** Pods of revisions that gave way and serve on until the one that shall serve has its pods back. */
    private int leftovers(String hash) {
        return revisions.byHash().values().stream()
                .filter(other -> !other.hash().equals(hash) && !other.is(Verdict.REJECTED))
                .mapToInt(other -> seen.fleet(other.hash()).available())
                .sum();
    }

    private static Standing standing(Phase phase, Failure why) {
        return new Standing(phase, why.reason(), why.message());
    }

    private static Standing standing(Phase phase, Reason reason, Object... arguments) {
        return new Standing(phase, reason, reason.message(arguments));
    }
}
