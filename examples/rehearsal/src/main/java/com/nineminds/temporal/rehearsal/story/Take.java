package com.nineminds.temporal.rehearsal.story;

import com.nineminds.temporal.api.v1alpha1.Phase;
import com.nineminds.temporal.api.v1alpha1.RejectedStatus;
import com.nineminds.temporal.api.v1alpha1.RevisionStatus;
import com.nineminds.temporal.api.v1alpha1.TemporalWorkerStatus;
import com.nineminds.temporal.rehearsal.view.World;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** What was seen of one act so far. Confined to the thread that watches. */
final class Take {
    private static final Set<Phase> ENDS = EnumSet.of(Phase.Healthy, Phase.RolledBack, Phase.Degraded, Phase.Invalid);

    private final long generation;
    private final Instant start;
    private Instant end;
    private Optional<TemporalWorkerStatus> last = Optional.empty();
    private Optional<Instant> rejectedAt = Optional.empty();
    private int fewestStable = Integer.MAX_VALUE;

    /** @param generation what is said of an older spec does not count */
    Take(long generation, Instant start) {
        this.generation = generation;
        this.start = start;
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
        stable().ifPresent(stable -> fewestStable = Math.min(fewestStable, ready(world, stable.hash())));
    }

    private static int ready(World world, String revision) {
        return (int) world.pods().stream()
                .filter(pod -> pod.revision().equals(revision) && pod.counts())
                .filter(pod -> pod.readySince().isPresent())
                .count();
    }

    boolean ended() {
        return ENDS.contains(phase());
    }

    String target() {
        return last.map(TemporalWorkerStatus::target).map(RevisionStatus::hash).orElse("");
    }

    Outcome outcome(Act act, Optional<Duration> reaction) {
        Optional<String> reason = rejection().map(RejectedStatus::reason);
        return new Outcome(
                act.title(),
                phase() == act.expected() && reason.equals(act.reason()),
                phase() + reason.map(why -> ", " + why).orElse(""),
                rejection().map(RejectedStatus::evidence).orElse(""),
                rejectedAt.map(at -> Duration.between(start, at)),
                reaction,
                Duration.between(start, end),
                serving(),
                fewestStable == Integer.MAX_VALUE ? 0 : fewestStable);
    }

    private Phase phase() {
        return last.map(TemporalWorkerStatus::phase).orElse(Phase.Pending);
    }

    private Optional<RevisionStatus> stable() {
        return last.map(TemporalWorkerStatus::stable);
    }

    private Optional<RejectedStatus> rejection() {
        return last.map(TemporalWorkerStatus::rejected).orElse(List.of()).stream()
                .filter(each -> each.hash().equals(target()))
                .findFirst();
    }

    private String serving() {
        return stable().map(stable -> stable.hash() + " " + Objects.requireNonNullElse(stable.available(), 0) + "/"
                        + Objects.requireNonNullElse(stable.replicas(), 0))
                .orElse("nothing");
    }
}
