package com.nineminds.temporal.operator.loop.wire;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;

/** The faults that are still to come. */
final class Script {
    private record Line(Predicate<Call> which, Fault fault, AtomicInteger left) {
        boolean take(Call call) {
            return which.test(call) && left.getAndUpdate(count -> Math.max(0, count - 1)) > 0;
        }
    }

    private final List<Line> lines = new CopyOnWriteArrayList<>();

    void next(int count, Predicate<Call> which, Fault fault) {
        lines.add(new Line(which, fault, new AtomicInteger(count)));
    }

    Optional<Fault> take(Call call) {
        return lines.stream().filter(line -> line.take(call)).map(Line::fault).findFirst();
    }

    void clear() {
        lines.clear();
    }
}
