package com.nineminds.temporal.operator.decide.world;

import com.nineminds.temporal.api.v1alpha1.Phase;
import com.nineminds.temporal.operator.decide.Category;
import com.nineminds.temporal.operator.decide.Decision;
import com.nineminds.temporal.operator.decide.Notice;
import com.nineminds.temporal.operator.decide.Rollout;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What holds of every single decision, whatever was recorded, seen and asked for. */
public final class Invariants {
    private final Moment moment;
    private final Decision decision;
    private final Rules rules = new Rules();

    private Invariants(Moment moment) {
        this.moment = moment;
        this.decision = moment.decision();
    }

    /** @return every rule that the decision breaks, in words */
    public static List<String> broken(Moment moment) {
        Invariants invariants = new Invariants(moment);
        invariants.waitsForSomethingNamed();
        invariants.decidesTheSameAgain();
        new PodRules(moment, invariants.rules).check();
        new RecordRules(moment, invariants.rules).check();
        invariants.rules.broken(GateEvidence.missing(moment));
        return invariants.rules.broken();
    }

    public static void hold(Moment moment) {
        List<String> broken = broken(moment);
        if (!broken.isEmpty()) {
            throw new AssertionError(String.join("\n", broken) + "\nby " + moment);
        }
    }

    private void waitsForSomethingNamed() {
        rules.require(
                decision.requeueAfter().stream().noneMatch(wait -> wait.isZero() || wait.isNegative()),
                () -> "wakes up in no time");
        moment.inFlight().ifPresent(this::waitsForSomethingNamed);
    }

    private void waitsForSomethingNamed(Rollout rollout) {
        boolean timer = decision.requeueAfter().isPresent();
        boolean deadline = rollout.clocks().progress().runningSince().isPresent();
        boolean named = decision.standing().phase() == Phase.Paused
                || decision.standing().reason().category() == Category.INFRASTRUCTURE;
        rules.require(
                deadline || named || timer, () -> rollout.phase() + " waits without deadline, timer or named reason");
        rules.require(!deadline || timer, () -> rollout.phase() + " sleeps through its deadline");
    }

    private void decidesTheSameAgain() {
        Decision again = moment.again().decision();
        same("record", again.revisions(), decision.revisions());
        same("capacities", again.capacities(), decision.capacities());
        same("standing", again.standing(), decision.standing());
        same("gates", again.gates(), decision.gates());
        same("retired revisions", again.retired(), decision.retired());
        same("timer", again.requeueAfter(), decision.requeueAfter());
        Set<String> told = decision.notices().stream().map(Notice::key).collect(Collectors.toSet());
        again.notices()
                .forEach(notice ->
                        rules.require(told.contains(notice.key()), () -> "deciding again tells " + notice.reason()));
    }

    private void same(String what, Object again, Object first) {
        rules.require(again.equals(first), () -> "deciding again changes the " + what);
    }
}
