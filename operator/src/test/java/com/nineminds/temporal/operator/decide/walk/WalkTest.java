package com.nineminds.temporal.operator.decide.walk;

import static org.assertj.core.api.Assertions.assertThat;

import com.nineminds.temporal.api.v1alpha1.Strategy;
import com.nineminds.temporal.operator.decide.RevisionState;
import com.nineminds.temporal.operator.decide.Revisions;
import com.nineminds.temporal.operator.decide.Scale;
import com.nineminds.temporal.operator.decide.Verdict;
import com.nineminds.temporal.operator.decide.world.Health;
import com.nineminds.temporal.operator.decide.world.Invariants;
import com.nineminds.temporal.operator.decide.world.Policy;
import com.nineminds.temporal.operator.decide.world.Pollers;
import com.nineminds.temporal.operator.decide.world.Times;
import com.nineminds.temporal.operator.decide.world.World;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;

/** Whatever happens, every decision keeps every rule; and left alone in a sane world, every rollout ends. */
class WalkTest {
    private static final int PATIENCE = 1500;

    @Provide
    Arbitrary<List<Happening>> happenings() {
        return Happenings.any();
    }

    @Provide
    Arbitrary<Policy> policies() {
        return Arbitraries.of(
                Policy.QUICK,
                Policy.QUICK.scale(Scale.fixed(1)),
                Policy.QUICK.scale(Scale.between(2, 10)),
                Policy.QUICK.strategy(Strategy.AllAtOnce),
                Policy.QUICK.strategy(Strategy.Recreate));
    }

    @Property(tries = 300, seed = "20260101", shrinking = ShrinkingMode.BOUNDED)
    void aWorkerThatServedSurvivesAnything(
            @ForAll("policies") Policy policy, @ForAll("happenings") List<Happening> happenings) {
        World world = new World(Times.QUICK, policy)
                .serving("blue", policy.is().scale().min());
        live(world, happenings);
        restsInTheEnd(world);
    }

    @Property(tries = 150, seed = "20260102", shrinking = ShrinkingMode.BOUNDED)
    void aWorkerThatNeverServedSurvivesAnything(
            @ForAll("policies") Policy policy, @ForAll("happenings") List<Happening> happenings) {
        World world = new World(Times.QUICK, policy);
        world.apply("blue");
        live(world, happenings);
        restsInTheEnd(world);
    }

    private static void live(World world, List<Happening> happenings) {
        world.watch(Invariants::hold).watch(new Rollbacks()::watch);
        happenings.forEach(happening -> happening.in(world));
    }

    /** What other people and things do ends; the target alone stays as good or as bad as it is. */
    private static void restsInTheEnd(World world) {
        String target = world.target().orElseThrow();
        world.outage(false);
        world.skew(Duration.ZERO);
        world.edit(policy -> policy.paused(false));
        Happenings.REVISIONS.forEach(hash -> world.poll(hash, Pollers.SEEN));
        for (String hash : Happenings.REVISIONS) {
            boolean stays = hash.equals(target) && !world.health(hash).blocked();
            world.turn(hash, stays ? world.health(hash) : Health.GOOD);
        }
        world.apply(target);
        world.start(Storage::roundTrip);
        world.run(PATIENCE);

        assertThat(world.record().inFlight()).isEmpty();
        Revisions record = world.record();
        world.run(300);
        assertThat(world.record()).as("at rest nothing changes").isEqualTo(record);
        assertThat(Storage.roundTrip(record)).as("what is stored").isEqualTo(record);
        record.stable().map(RevisionState::hash).ifPresent(stable -> servesAlone(world, stable));
    }

    private static void servesAlone(World world, String stable) {
        boolean good = world.health(stable) == Health.GOOD;
        int least = good ? world.policy().is().scale().min() : 0;
        assertThat(world.fleet(stable).available()).isGreaterThanOrEqualTo(least);
        Optional<Health> other = good ? Optional.empty() : Optional.of(world.health(stable));
        assertThat(Happenings.REVISIONS.stream()
                        .filter(hash -> !hash.equals(stable) && other.isEmpty())
                        .filter(hash -> world.fleet(hash).total() > 0))
                .as("others that still run")
                .isEmpty();
        assertThat(world.record().get(stable).filter(state -> state.is(Verdict.REJECTED)))
                .isEmpty();
    }
}
