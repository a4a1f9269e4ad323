package com.nineminds.temporal.operator.decide.world;

import com.nineminds.temporal.operator.decide.GatePolicy;
import com.nineminds.temporal.operator.decide.GateResult;
import com.nineminds.temporal.operator.decide.GateVerdict;
import com.nineminds.temporal.operator.decide.RevisionState;
import com.nineminds.temporal.operator.decide.Rollout;
import com.nineminds.temporal.operator.decide.RolloutPhase;
import com.nineminds.temporal.operator.decide.Verb;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** No gate passes without a measurement that passed or a person who approved. */
final class GateEvidence {
    private final Moment moment;
    private final String hash;
    private final Optional<RevisionState> before;
    private final Rollout after;

    private GateEvidence(Moment moment, String hash, Rollout after) {
        this.moment = moment;
        this.hash = hash;
        this.before = moment.before().get(hash);
        this.after = after;
    }

    static List<String> missing(Moment moment) {
        List<String> missing = new ArrayList<>();
        for (RevisionState revision : moment.decision().revisions().byHash().values()) {
            revision.rollout()
                    .ifPresent(rollout -> missing.addAll(new GateEvidence(moment, revision.hash(), rollout).missing()));
        }
        return missing;
    }

    private List<String> missing() {
        List<String> missing = new ArrayList<>();
        List<GateResult> known = rolloutBefore().map(Rollout::gates).orElse(List.of());
        for (GateResult result : after.gates()) {
            if (!known.contains(result) && !measured(result) && !approved()) {
                missing.add("gate passed without evidence: " + result);
            }
        }
        if (gated() && left(RolloutPhase.GATING)) {
            int step = rolloutBefore().map(Rollout::step).orElse(0);
            for (GatePolicy gate : moment.policy().gates()) {
                if (!gate.dryRun() && !hasResult(gate, step)) {
                    missing.add("step " + step + " was left without gate " + gate.name());
                }
            }
        }
        return missing;
    }

    private Optional<Rollout> rolloutBefore() {
        return before.flatMap(RevisionState::rollout)
                .filter(rollout -> rollout.id().equals(after.id()));
    }

    private boolean measured(GateResult result) {
        return result.verdict() == GateVerdict.PASSED
                && moment.seen().gates().stream()
                        .anyMatch(reading -> reading.verdict() == GateVerdict.PASSED
                                && reading.rolloutId().equals(after.id())
                                && reading.step() == result.step()
                                && reading.gate().equals(result.name()));
    }

    private boolean approved() {
        RevisionState state = before.orElseGet(() -> RevisionState.unknown(hash, 0));
        return moment.seen().verbs().pending(Verb.Kind.APPROVE, state).isPresent();
    }

    private boolean gated() {
        return after.route().gated();
    }

    /** Whether the step's gates were ahead before and are behind now. */
    private boolean left(RolloutPhase gating) {
        RolloutPhase from = rolloutBefore().map(Rollout::standing).orElse(RolloutPhase.PROGRESSING);
        boolean ahead = from == RolloutPhase.PROGRESSING || from == gating;
        RolloutPhase to = after.standing();
        boolean further = after.step() > rolloutBefore().map(Rollout::step).orElse(0);
        boolean behind = to == RolloutPhase.HOLDING || to == RolloutPhase.BAKING || to == RolloutPhase.PROMOTED;
        return ahead && (further || behind);
    }

    private boolean hasResult(GatePolicy gate, int step) {
        return after.gates().stream()
                .anyMatch(result -> result.step() == step && result.name().equals(gate.name()));
    }
}
