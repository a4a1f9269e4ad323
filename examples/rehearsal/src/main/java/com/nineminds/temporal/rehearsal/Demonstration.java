package com.nineminds.temporal.rehearsal;

import com.nineminds.temporal.api.v1alpha1.TemporalWorker;
import com.nineminds.temporal.rehearsal.stage.MadeUpSecrets;
import com.nineminds.temporal.rehearsal.stage.Stage;
import com.nineminds.temporal.rehearsal.story.Act;
import com.nineminds.temporal.rehearsal.story.Outcome;
import com.nineminds.temporal.rehearsal.story.WorkflowLoad;
import com.nineminds.temporal.rehearsal.view.SummaryTable;
import java.util.ArrayList;
import java.util.List;

/** The example worker, a good revision and three bad ones, while workflows run. */
final class Demonstration {
    /** Pods that the example serves with; a rollout must never take one of them away from the revision that serves. */
    private static final int FLOOR = 2;

    private static final int WORKFLOWS_PER_ACT = 3;

    private final Theatre theatre;

    Demonstration(Theatre theatre) {
        this.theatre = theatre;
    }

    /** @return the exit code: 0 only if everything happened as it should */
    int run() throws InterruptedException {
        theatre.screen().say("starting a Temporal server, a cluster and the operator …");
        TemporalWorker worker = theatre.shortened(Demo.worker());
        MadeUpSecrets secrets = MadeUpSecrets.of(worker.getSpec());
        try (Stage stage = Stage.open(Demo::images, secrets)) {
            stage.prepare(worker, secrets);
            List<Outcome> outcomes = new ArrayList<>();
            outcomes.add(theatre.perform(stage, Act.promoted("the example, for the first time", worker)));
            try (WorkflowLoad load =
                    new WorkflowLoad(stage.temporalAddress(), Demo.namespace(worker), Demo.taskQueue(worker))) {
                for (Act act : Demo.acts(worker)) {
                    load.start(WORKFLOWS_PER_ACT);
                    outcomes.add(theatre.perform(stage, act));
                }
                int code = tell(outcomes, load.started(), load.completed()) ? 0 : 1;
                theatre.end(stage);
                return code;
            }
        }
    }

    private boolean tell(List<Outcome> outcomes, int started, int completed) {
        theatre.screen().say("");
        SummaryTable.lines(outcomes).forEach(theatre.screen()::say);
        theatre.screen().say("workflows: " + started + " started meanwhile, " + completed + " completed");
        boolean floor = outcomes.stream()
                .filter(each -> each.detected().isPresent())
                .allMatch(each -> each.fewestStable() >= FLOOR);
        if (!floor) {
            theatre.screen().say("BAD: the stable revision fell below its floor of " + FLOOR + " ready pods");
        }
        return floor && completed == started && outcomes.stream().allMatch(Outcome::asExpected);
    }
}
