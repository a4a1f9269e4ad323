package com.nineminds.temporal.rehearsal;

import com.nineminds.temporal.api.v1alpha1.TemporalWorker;
import com.nineminds.temporal.rehearsal.stage.Stage;
import com.nineminds.temporal.rehearsal.story.Act;
import com.nineminds.temporal.rehearsal.story.Outcome;
import com.nineminds.temporal.rehearsal.story.Performance;
import com.nineminds.temporal.rehearsal.story.Reactions;
import com.nineminds.temporal.rehearsal.story.ShortRollout;
import com.nineminds.temporal.rehearsal.story.WorkerEdit;
import com.nineminds.temporal.rehearsal.view.Screen;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/**
 * What the demonstration and a rehearsal have in common.
 *
 * @param shorten whether rollout durations are made short enough to watch
 * @param stay whether the cluster stays up at the end
 */
record Theatre(Screen screen, boolean shorten, boolean stay) {
    /** The worker as it is applied; every duration that is shortened is told. */
    TemporalWorker shortened(TemporalWorker worker) {
        if (!shorten) {
            return worker;
        }
        List<String> changes = new ArrayList<>();
        TemporalWorker shorter = WorkerEdit.of(worker)
                .rollout(ShortRollout.of(worker.getSpec().rollout(), changes))
                .done();
        screen.say("shortened: " + String.join(", ", changes));
        return shorter;
    }

    Outcome perform(Stage stage, Act act) throws InterruptedException {
        screen.say("");
        screen.say("▶ " + act.title());
        Clock clock = Clock.systemUTC();
        String namespace = act.worker().getMetadata().getNamespace();
        try (Reactions reactions = new Reactions(stage.client(), namespace, clock)) {
            return new Performance(stage.client(), reactions, screen, clock).perform(act);
        }
    }

    /** Prints how to reach the cluster and waits to be interrupted, if that was asked for. */
    void end(Stage stage) throws InterruptedException {
        if (!stay) {
            return;
        }
        try {
            Path kubeconfig = Files.createTempFile("rehearsal", ".kubeconfig");
            Files.writeString(kubeconfig, stage.kubeconfig());
            screen.say("");
            screen.say("export KUBECONFIG=" + kubeconfig);
            screen.say("kubectl get temporalworkers -A -w     # Ctrl-C here ends the cluster");
        } catch (IOException e) {
            screen.say("cannot write a kubeconfig: " + e.getMessage());
        }
        new CountDownLatch(1).await();
    }
}
