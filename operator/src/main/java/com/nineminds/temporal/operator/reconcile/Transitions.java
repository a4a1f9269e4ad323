package com.nineminds.temporal.operator.reconcile;

import com.nineminds.temporal.operator.decide.Failure;
import com.nineminds.temporal.operator.decide.Reason;
import com.nineminds.temporal.operator.decide.RevisionState;
import com.nineminds.temporal.operator.decide.Revisions;
import com.nineminds.temporal.operator.decide.Rollout;
import com.nineminds.temporal.operator.decide.RolloutPhase;
import com.nineminds.temporal.operator.decide.Verdict;
import com.nineminds.temporal.operator.gate.WorkerKey;
import com.nineminds.temporal.operator.metrics.OperatorMetrics;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells of each move of a rollout once, after it was written: a line in the log, and the meters. */
final class Transitions {
    private static final Logger LOG = LoggerFactory.getLogger(Transitions.class);

    private final OperatorMetrics metrics;
    private final EventAges ages;

    Transitions(OperatorMetrics metrics, EventAges ages) {
        this.metrics = metrics;
        this.ages = ages;
    }

    void tell(WorkerKey worker, Revisions before, Revisions after) {
        after.byHash().values().forEach(state -> {
            Optional<RevisionState> known = before.get(state.hash());
            moved(worker, known.flatMap(RevisionState::rollout), state);
            if (state.is(Verdict.REJECTED)
                    && !known.filter(old -> old.is(Verdict.REJECTED)).isPresent()) {
                state.cause().ifPresent(cause -> metrics.rejected(cause.reason(), ages.of(worker)));
            }
        });
    }

    private void moved(WorkerKey worker, Optional<Rollout> before, RevisionState state) {
        state.rollout().filter(rollout -> !same(before, rollout)).ifPresent(rollout -> {
            if (rollout.phase().terminal()) {
                metrics.rolloutEnded(rollout.phase());
            }
            LOG.atInfo()
                    .addKeyValue("namespace", worker.namespace())
                    .addKeyValue("name", worker.name())
                    .addKeyValue("revision", state.hash())
                    .addKeyValue("rollout", rollout.id())
                    .addKeyValue("step", rollout.step())
                    .addKeyValue(
                            "from",
                            before.map(Rollout::phase).map(RolloutPhase::name).orElse("NONE"))
                    .addKeyValue("to", rollout.phase())
                    .addKeyValue(
                            "reason",
                            state.cause().map(Failure::reason).map(Reason::name).orElse(""))
                    .log("rollout moved");
        });
    }

    private static boolean same(Optional<Rollout> before, Rollout after) {
        return before.filter(old ->
                        old.id().equals(after.id()) && old.phase() == after.phase() && old.step() == after.step())
                .isPresent();
    }
}
