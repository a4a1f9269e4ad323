package com.nineminds.temporal.rehearsal;

import com.nineminds.temporal.api.v1alpha1.TemporalWorker;
import com.nineminds.temporal.cluster.node.image.ImageCommands;
import com.nineminds.temporal.rehearsal.stage.MadeUpSecrets;
import com.nineminds.temporal.rehearsal.stage.Stage;
import com.nineminds.temporal.rehearsal.story.Act;
import com.nineminds.temporal.rehearsal.story.Outcome;
import com.nineminds.temporal.rehearsal.view.SummaryTable;
import java.util.List;
import java.util.function.Function;

/** A change of the user's own: the worker as it serves, then the worker as it shall serve. */
final class Rehearsal {
    static final int PROMOTED = 0;
    static final int UNDECIDED = 1;
    static final int ROLLED_BACK = 3;

    private final Theatre theatre;

    Rehearsal(Theatre theatre) {
        this.theatre = theatre;
    }

    /**
     * @param images what the node can run, given the address of the Temporal server
     * @return the exit code: {@value #PROMOTED}, {@value #ROLLED_BACK}, or {@value #UNDECIDED} if the old worker does not run here
     */
    int run(TemporalWorker from, TemporalWorker to, Function<String, ImageCommands> images)
            throws InterruptedException {
        theatre.screen().say("starting a Temporal server, a cluster and the operator …");
        MadeUpSecrets secrets = MadeUpSecrets.of(from.getSpec(), to.getSpec());
        secrets.names().forEach(name -> theatre.screen().say("made up for this run: " + name));
        try (Stage stage = Stage.open(images, secrets)) {
            stage.prepare(from, secrets);
            Outcome before = theatre.perform(stage, Act.promoted("the worker as it is", theatre.shortened(from)));
            if (!before.asExpected()) {
                tell(
                        List.of(before),
                        "the old worker does not become healthy here, so nothing can be said of the new one");
                return UNDECIDED;
            }
            Outcome after = theatre.perform(stage, Act.promoted("the worker as it shall be", theatre.shortened(to)));
            tell(
                    List.of(before, after),
                    after.asExpected()
                            ? "the change would be promoted"
                            : "the change would be rolled back: " + after.ended() + ". " + after.evidence());
            theatre.end(stage);
            return after.asExpected() ? PROMOTED : ROLLED_BACK;
        }
    }

    private void tell(List<Outcome> outcomes, String verdict) {
        theatre.screen().say("");
        SummaryTable.lines(outcomes).forEach(theatre.screen()::say);
        theatre.screen().say(verdict);
    }
}
