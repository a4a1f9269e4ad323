package com.nineminds.temporal.rehearsal;

import com.nineminds.temporal.api.v1alpha1.Phase;
import com.nineminds.temporal.api.v1alpha1.TemporalWorker;
import com.nineminds.temporal.cluster.node.image.ImageCommands;
import com.nineminds.temporal.rehearsal.stage.Stage;
import com.nineminds.temporal.rehearsal.story.Act;
import com.nineminds.temporal.rehearsal.story.Outcome;
import com.nineminds.temporal.rehearsal.story.Performance;
import com.nineminds.temporal.rehearsal.story.Reactions;
import com.nineminds.temporal.rehearsal.story.ShortRollout;
import com.nineminds.temporal.rehearsal.story.WorkerEdit;
import com.nineminds.temporal.rehearsal.story.WorkflowLoad;
import com.nineminds.temporal.rehearsal.view.Screen;
import com.nineminds.temporal.rehearsal.view.SummaryTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;

/** Opens the stage, lets the acts follow each other, and tells what came of them. */
final class Show {
    private static final int FLOOR = 2;
    private static final int WORKFLOWS_PER_ACT = 3;

    private final Screen screen;
    private final boolean shorten;
    private final boolean stay;

    Show(Screen screen, boolean shorten, boolean stay) {
        this.screen = screen;
        this.shorten = shorten;
        this.stay = stay;
    }

    int demonstrate() throws InterruptedException {
        TemporalWorker worker = shortened(Demo.worker());
        screen.say("starting a Temporal server, a cluster and the operator …");
        try (Stage stage = open(Demo::images)) {
            Demo.prepare(stage, worker);
            List<Outcome> outcomes = new ArrayList<>();
            outcomes.add(perform(stage, Act.promoted("the example, for the first time", worker)));
            try (WorkflowLoad load = load(stage, worker)) {
                for (Act act : Demo.acts(worker)) {
                    load.start(WORKFLOWS_PER_ACT);
                    outcomes.add(perform(stage, act));
                }
                int completed = load.completed();
                boolean good = tell(outcomes, load.started(), completed);
                stayIfAsked(stage);
                return good ? 0 : 1;
            }
        }
    }

    int rehearse(TemporalWorker from, TemporalWorker to, Function<String, ImageCommands> images)
            throws InterruptedException {
        try (Stage stage = open(images)) {
            Demo.prepare(stage, from);
            Demo.prepare(stage, to);
            Outcome before = perform(stage, Act.promoted("the worker as it is", shortened(from)));
            if (!before.asExpected()) {
                SummaryTable.lines(List.of(before)).forEach(screen::say);
                screen.say("the old worker does not become healthy here, so nothing can be said of the new one");
                return 1;
            }
            Outcome after = perform(
                    stage,
                    new Act("the worker as it shall be", shortened(to), Phase.Healthy, java.util.Optional.empty()));
            SummaryTable.lines(List.of(before, after)).forEach(screen::say);
            stayIfAsked(stage);
            return after.asExpected() ? 0 : RehearsalCommand.ROLLED_BACK;
        }
    }

    private Stage open(Function<String, ImageCommands> images) {
        return Stage.open(images);
    }

    private static WorkflowLoad load(Stage stage, TemporalWorker worker) {
        return new WorkflowLoad(stage.temporalAddress(), "default", Demo.taskQueue(worker.getSpec()));
    }

    private Outcome perform(Stage stage, Act act) throws InterruptedException {
        screen.say("");
        screen.say("▶ " + act.title());
        Clock clock = Clock.systemUTC();
        String namespace = act.worker().getMetadata().getNamespace();
        try (Reactions reactions = new Reactions(stage.client(), namespace, clock)) {
            return new Performance(stage.client(), reactions, screen, clock).perform(act);
        }
    }

    private boolean tell(List<Outcome> outcomes, int started, int completed) {
        screen.say("");
        SummaryTable.lines(outcomes).forEach(screen::say);
        screen.say("workflows: " + started + " started meanwhile, " + completed + " completed");
        boolean floor = outcomes.stream()
                .skip(1)
                .filter(each -> each.detected().isPresent())
                .allMatch(each -> each.fewestStable() >= FLOOR);
        if (!floor) {
            screen.say("BAD: the stable revision fell below its floor of " + FLOOR + " ready pods");
        }
        return floor && completed == started && outcomes.stream().allMatch(Outcome::asExpected);
    }

    private TemporalWorker shortened(TemporalWorker worker) {
        if (!shorten) {
            return worker;
        }
        List<String> changes = new ArrayList<>();
        TemporalWorker shorter = WorkerEdit.of(worker)
                .rollout(ShortRollout.of(worker.getSpec().rollout(), changes))
                .done();
        changes.forEach(change -> screen.say("shortened " + change));
        return shorter;
    }

    private void stayIfAsked(Stage stage) throws InterruptedException {
        if (!stay) {
            return;
        }
        try {
            Path kubeconfig = Files.createTempFile("rehearsal", ".kubeconfig");
            Files.writeString(kubeconfig, stage.kubeconfig());
            screen.say("export KUBECONFIG=" + kubeconfig);
            screen.say("kubectl get temporalworkers -A -w     # ends with Ctrl-C here");
        } catch (IOException e) {
            screen.say("cannot write a kubeconfig: " + e.getMessage());
        }
        new CountDownLatch(1).await();
    }
}
