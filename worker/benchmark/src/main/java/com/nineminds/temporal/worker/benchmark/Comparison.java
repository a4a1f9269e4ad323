package com.nineminds.temporal.worker.benchmark;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** The same measurement of both kinds, taken by turns: the n-th of one stands beside the n-th of the other. */
final class Comparison {
    private final Map<Kind, List<Double>> taken = new EnumMap<>(Kind.class);

    void add(Kind kind, double value) {
        of(kind).add(value);
    }

    Samples samples(Kind kind) {
        return new Samples(of(kind));
    }

    /** The runtime's median divided by the plain SDK's. */
    double ratio() {
        return samples(Kind.RUNTIME).median() / samples(Kind.PLAIN).median();
    }

    /** The runtime's measurement divided by the one beside it: how far {@link #ratio()} can be trusted. */
    Samples ratios() {
        List<Double> runtime = of(Kind.RUNTIME);
        List<Double> plain = of(Kind.PLAIN);
        return new Samples(IntStream.range(0, Math.min(runtime.size(), plain.size()))
                .mapToObj(at -> runtime.get(at) / plain.get(at))
                .toList());
    }

    private List<Double> of(Kind kind) {
        return taken.computeIfAbsent(kind, none -> new ArrayList<>());
    }
}
