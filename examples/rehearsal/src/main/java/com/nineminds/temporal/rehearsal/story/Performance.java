package com.nineminds.temporal.rehearsal.story;

import com.nineminds.temporal.api.v1alpha1.TemporalWorker;
import com.nineminds.temporal.rehearsal.view.Screen;
import com.nineminds.temporal.rehearsal.view.Tree;
import com.nineminds.temporal.rehearsal.view.World;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Applies an act and watches until the operator has come to an end with it. */
public final class Performance {
    private static final Duration LONGEST = Duration.ofMinutes(5);
    private static final Duration LOOK = Duration.ofMillis(250);

    private final KubernetesClient client;
    private final Reactions reactions;
    private final Screen screen;
    private final Clock clock;

    public Performance(KubernetesClient client, Reactions reactions, Screen screen, Clock clock) {
        this.client = client;
        this.reactions = reactions;
        this.screen = screen;
        this.clock = clock;
    }

    /** @throws InterruptedException if the rehearsal is stopped */
    public Outcome perform(Act act) throws InterruptedException {
        Instant start = clock.instant();
        TemporalWorker applied = client.resource(act.worker())
                .fieldManager("rehearsal")
                .forceConflicts()
                .serverSideApply();
        Take take = watch(act, applied, start);
        return take.outcome(act, reactions.of(take.target()));
    }

    private Take watch(Act act, TemporalWorker applied, Instant start) throws InterruptedException {
        WorldReader reader = new WorldReader(
                client,
                applied.getMetadata().getNamespace(),
                applied.getMetadata().getName());
        Take take = new Take(applied.getMetadata().getGeneration(), start);
        while (!take.ended() && clock.instant().isBefore(start.plus(LONGEST))) {
            Optional<World> world = reader.read();
            Instant now = clock.instant();
            world.ifPresent(seen -> {
                screen.show(Tree.lines(seen), now);
                take.saw(seen, now);
            });
            Thread.sleep(LOOK.toMillis());
        }
        return take;
    }
}
