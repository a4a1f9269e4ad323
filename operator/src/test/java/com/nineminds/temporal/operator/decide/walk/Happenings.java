package com.nineminds.temporal.operator.decide.walk;

import com.nineminds.temporal.api.v1alpha1.Strategy;
import com.nineminds.temporal.operator.decide.Scale;
import com.nineminds.temporal.operator.decide.Step;
import com.nineminds.temporal.operator.decide.Verb;
import com.nineminds.temporal.operator.decide.world.Health;
import com.nineminds.temporal.operator.decide.world.Policy;
import com.nineminds.temporal.operator.decide.world.Pollers;
import com.nineminds.temporal.operator.decide.world.World;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Everything that may happen to a worker. Simple things come first: a failure shrinks towards them. */
final class Happenings {
    static final List<String> REVISIONS = List.of("blue", "green", "red", "white");

    /** A whole rollout takes about a minute. */
    private static final List<Tuple.Tuple2<Integer, Integer>> WAITS =
            List.of(Tuple.of(3, 1), Tuple.of(3, 0), Tuple.of(3, 4), Tuple.of(3, 10), Tuple.of(2, 25), Tuple.of(2, 70));

    private record Change(String text, Consumer<World> effect) {}

    private Happenings() {}

    static Arbitrary<List<Happening>> any() {
        Arbitrary<Change> change = Arbitraries.frequencyOf(
                Tuple.of(6, apply()),
                Tuple.of(4, pods()),
                Tuple.of(2, temporal()),
                Tuple.of(3, verb()),
                Tuple.of(3, edit()),
                Tuple.of(2, operator()),
                Tuple.of(1, clock()));
        return Combinators.combine(change, Arbitraries.frequency(WAITS))
                .as((what, seconds) -> new Happening(what.text(), what.effect(), seconds))
                .list()
                .ofMinSize(1)
                .ofMaxSize(40);
    }

    private static Arbitrary<String> revision() {
        return Arbitraries.of(REVISIONS);
    }

    private static Arbitrary<Change> apply() {
        return revision().map(hash -> new Change("apply " + hash, world -> world.apply(hash)));
    }

    private static Arbitrary<Change> pods() {
        Arbitrary<Health> health = Arbitraries.of(Health.class);
        return Arbitraries.oneOf(
                Combinators.combine(revision(), health)
                        .as((hash, next) -> new Change(hash + " turns " + next, world -> world.turn(hash, next))),
                Combinators.combine(revision(), health)
                        .as((hash, next) ->
                                new Change("new pods of " + hash + " are " + next, world -> world.turnNew(hash, next))),
                revision().map(hash -> new Change("a node of " + hash + " is lost", world -> world.loseNode(hash))),
                revision().map(hash -> new Change("a node of " + hash + " is drained", world -> world.drain(hash))),
                Arbitraries.of(true, false).map(on -> new Change("shared outage " + on, world -> world.outage(on))),
                Arbitraries.integers()
                        .between(1, 12)
                        .map(pods -> new Change("work for " + pods + " pods", world -> world.demand(pods))));
    }

    private static Arbitrary<Change> temporal() {
        return Arbitraries.oneOf(
                Combinators.combine(revision(), Arbitraries.of(Pollers.class))
                        .as((hash, word) ->
                                new Change("pollers of " + hash + " " + word, world -> world.poll(hash, word))),
                Arbitraries.of(Pollers.UNKNOWN, Pollers.SEEN)
                        .map(word -> new Change(
                                "all pollers " + word, world -> REVISIONS.forEach(hash -> world.poll(hash, word)))));
    }

    private static Arbitrary<Change> verb() {
        return Combinators.combine(
                        Arbitraries.of(Verb.Kind.class), revision(), Arbitraries.of("", "#1", "#2", "#3", "#a,b"))
                .as((kind, hash, suffix) ->
                        new Change(kind.key() + " " + hash + suffix, world -> world.annotate(kind, hash + suffix)));
    }

    private static Arbitrary<Change> edit() {
        return Arbitraries.oneOf(
                Arbitraries.of(true, false).map(on -> edit("paused " + on, policy -> policy.paused(on))),
                Arbitraries.of(1, 2, 4, 8)
                        .map(pods -> edit("replicas " + pods, policy -> policy.scale(Scale.fixed(pods)))),
                Arbitraries.of(1, 3, 6)
                        .map(min -> edit("autoscaled from " + min, policy -> policy.scale(Scale.between(min, 10)))),
                Arbitraries.of(Strategy.class).map(next -> edit(next.name(), policy -> policy.strategy(next))),
                Arbitraries.<List<Integer>>of(List.of(), List.of(10), List.of(25, 50), List.of(10, 20, 40, 80, 100))
                        .map(shares -> edit("steps " + shares, policy -> policy.steps(steps(shares)))),
                Arbitraries.of(0, 1, 10).map(limit -> edit("history " + limit, policy -> policy.historyLimit(limit))),
                Arbitraries.of(true, false)
                        .map(on -> edit("gates " + on, policy -> on ? policy.gates(Policy.POLLERS) : policy.gates())),
                Arbitraries.just(new Change("invalid spec", World::invalidate)));
    }

    private static Change edit(String text, UnaryOperator<Policy> change) {
        return new Change("edit: " + text, world -> world.edit(change));
    }

    private static Step[] steps(List<Integer> shares) {
        return shares.stream()
                .map(share -> new Step(share, Duration.ofSeconds(6)))
                .toArray(Step[]::new);
    }

    private static Arbitrary<Change> operator() {
        return Arbitraries.oneOf(
                Arbitraries.just(new Change("operator restarts", world -> {
                    world.stop();
                    world.start(Storage::roundTrip);
                })),
                Arbitraries.just(new Change("operator stops", World::stop)),
                Arbitraries.just(new Change("operator starts", world -> world.start(Storage::roundTrip))));
    }

    private static Arbitrary<Change> clock() {
        return Arbitraries.of(0, -3600, 3600, -20, 20, 86400)
                .map(seconds -> new Change(
                        "clock is off by " + seconds + " s", world -> world.skew(Duration.ofSeconds(seconds))));
    }
}
