package com.nineminds.temporal.rehearsal.story;

import com.nineminds.temporal.api.v1alpha1.Phase;
import com.nineminds.temporal.api.v1alpha1.RejectedStatus;
import com.nineminds.temporal.api.v1alpha1.TemporalWorker;
import com.nineminds.temporal.api.v1alpha1.TemporalWorkerStatus;
import com.nineminds.temporal.rehearsal.view.Screen;
import com.nineminds.temporal.rehearsal.view.Tree;
import com.nineminds.temporal.rehearsal.view.World;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Applies an act and watches until the operator has come to an end with it. */
public final class Performance {
    private static final Duration LONGEST = Duration.ofMinutes(5);
    private static final Duration LOOK = Duration.ofMillis(250);
    private static final Set<Phase> ENDS = EnumSet.of(Phase.Healthy, Phase.RolledBack, Phase.Degraded, Phase.Invalid);

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
        String target = take.target();
        return new Outcome(
                act.title(),
                take.phase() == act.expected() && take.reason().equals(act.reason()),
                take.words(),
                take.rejectedAt().map(at -> Duration.between(start, at)),
                reactions.of(target),
                Duration.between(start, take.end()),
                take.fewestStable());
    }

    private Take watch(Act act, TemporalWorker applied, Instant start) throws InterruptedException {
        WorldReader reader = new WorldReader(
                client,
                applied.getMetadata().getNamespace(),
                applied.getMetadata().getName());
        Take take = new Take(applied.getMetadata().getGeneration(), start);
        while (!take.ended(ENDS) && clock.instant().isBefore(start.plus(LONGEST))) {
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

    /** What was seen of one act so far. */
    private static final class Take {
        private final long generation;
        private Instant end;
        private Optional<TemporalWorkerStatus> last = Optional.empty();
        private Optional<Instant> rejectedAt = Optional.empty();
        private int fewestStable = Integer.MAX_VALUE;

        Take(long generation, Instant start) {
            this.generation = generation;
            this.end = start;
        }

        void saw(World world, Instant now) {
            if (!Long.valueOf(generation).equals(world.status().observedGeneration())) {
                return;
            }
            last = Optional.of(world.status());
            end = now;
            if (rejection().isPresent() && rejectedAt.isEmpty()) {
                rejectedAt = Optional.of(now);
            }
            Optional.ofNullable(world.status().stable()).ifPresent(stable -> {
                int ready = (int) world.pods().stream()
                        .filter(pod -> pod.revision().equals(stable.hash()) && pod.counts())
                        .filter(pod -> pod.readySince().isPresent())
                        .count();
                fewestStable = Math.min(fewestStable, ready);
            });
        }

        boolean ended(Set<Phase> ends) {
            return last.map(TemporalWorkerStatus::phase).filter(ends::contains).isPresent();
        }

        Phase phase() {
            return last.map(TemporalWorkerStatus::phase).orElse(Phase.Pending);
        }

        String target() {
            return last.map(TemporalWorkerStatus::target)
                    .map(each -> each.hash())
                    .orElse("");
        }

        Optional<String> reason() {
            return rejection().map(RejectedStatus::reason);
        }

        private Optional<RejectedStatus> rejection() {
            return last.map(TemporalWorkerStatus::rejected).orElse(List.of()).stream()
                    .filter(each -> each.hash().equals(target()))
                    .findFirst();
        }

        String words() {
            return phase() + reason().map(reason -> ", " + reason).orElse("");
        }

        Optional<Instant> rejectedAt() {
            return rejectedAt;
        }

        Instant end() {
            return end;
        }

        int fewestStable() {
            return fewestStable == Integer.MAX_VALUE ? 0 : fewestStable;
        }
    }
}
