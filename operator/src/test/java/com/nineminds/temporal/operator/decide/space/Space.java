package com.nineminds.temporal.operator.decide.space;

import com.nineminds.temporal.api.v1alpha1.Strategy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** The whole space of decisions, every combination once. */
public final class Space {
    static final Duration DEADLINE = Duration.ofMinutes(10);

    private static final List<Pods> OF_TARGET =
            Arrays.stream(Pods.values()).filter(pods -> pods != Pods.FALLEN).toList();
    private static final List<Pods> OF_STABLE =
            List.of(Pods.NONE, Pods.STARTING, Pods.COVERED, Pods.FULL, Pods.FLICKERING, Pods.BROKEN, Pods.FALLEN);

    private Space() {}

    public static Stream<Point> points() {
        return places().stream().flatMap(place -> sights(place).stream().map(sight -> new Point(place, sight)));
    }

    /** A corner of the space in which everything happens that can: one strategy, one size. */
    public static Stream<Point> corner() {
        return points().filter(point -> point.place().strategy() == Strategy.Progressive
                && point.place().shape() == Shape.FOUR);
    }

    private static List<Place> places() {
        List<Place> places = new ArrayList<>();
        for (Stand stand : Stand.values()) {
            for (Around around : Around.values()) {
                for (Strategy strategy : Strategy.values()) {
                    for (Shape shape : Shape.values()) {
                        for (Course course : Course.values()) {
                            places.add(new Place(stand, around, strategy, shape, course));
                        }
                    }
                }
            }
        }
        return places.stream().filter(Place::possible).toList();
    }

    private static List<Sight> sights(Place place) {
        List<Pods> ofStable = place.around().stable() ? OF_STABLE : List.of(Pods.NONE);
        List<Word> words = place.measured() ? List.of(Word.values()) : List.of(Word.NOTHING);
        List<Sight> sights = new ArrayList<>();
        for (Pods target : OF_TARGET) {
            for (Pods stable : ofStable) {
                for (Word word : words) {
                    for (Wish wish : Wish.values()) {
                        place.stand().hours().forEach(hour -> sights.add(new Sight(target, stable, word, wish, hour)));
                    }
                }
            }
        }
        return sights;
    }
}
