package com.nineminds.temporal.operator.decide.walk;

import com.nineminds.temporal.operator.decide.RevisionState;
import com.nineminds.temporal.operator.decide.Rollout;
import com.nineminds.temporal.operator.decide.RolloutPhase;
import com.nineminds.temporal.operator.decide.world.Moment;
import java.util.HashSet;
import java.util.Set;

/** Counts rollbacks: a rollout has at most one. A retired revision that comes back starts its attempts anew, so time tells them apart. */
final class Rollbacks {
    private final Set<String> seen = new HashSet<>();

    void watch(Moment moment) {
        for (RevisionState now : moment.decision().revisions().byHash().values()) {
            boolean was = moment.before()
                    .get(now.hash())
                    .flatMap(RevisionState::rollout)
                    .filter(rollout -> rollout.phase() == RolloutPhase.ROLLING_BACK)
                    .isPresent();
            now.rollout()
                    .filter(rollout -> !was && rollout.phase() == RolloutPhase.ROLLING_BACK)
                    .ifPresent(this::count);
        }
    }

    private void count(Rollout rollout) {
        if (!seen.add(rollout.id() + " of " + rollout.startedAt())) {
            throw new AssertionError("rollout " + rollout.id() + " is rolled back twice");
        }
    }
}
