package com.nineminds.temporal.operator.decide;

/** How many pods a worker has, as far as an autoscaler decides it. Not yet within the bounds of the spec. */
final class Demand {
    private Demand() {}

    /** What a rollout has to share out. */
    static int now(Revisions revisions, Observation seen) {
        int serving = revisions
                .stable()
                .map(stable -> seen.fleet(stable.hash()).desired())
                .orElse(0);
        return Math.max(serving, withdrawn(revisions, seen));
    }

    /**
     * What a rollout that was withdrawn had shared out, as long as pods of it run or end: the stable revision alone has less, and its
     * autoscaler takes a while to see to it. A rollback stops the pods at once, so that only those that end are left of it.
     */
    static int withdrawn(Revisions revisions, Observation seen) {
        return revisions.byHash().values().stream()
                .filter(revision -> atWork(seen.fleet(revision.hash())))
                .flatMap(revision -> revision.rollout().stream())
                .filter(rollout ->
                        rollout.phase() == RolloutPhase.SUPERSEDED || rollout.phase() == RolloutPhase.ROLLED_BACK)
                .mapToInt(Rollout::capacity)
                .max()
                .orElse(0);
    }

    private static boolean atWork(Fleet fleet) {
        return fleet.runs() || fleet.terminating() > 0;
    }
}
