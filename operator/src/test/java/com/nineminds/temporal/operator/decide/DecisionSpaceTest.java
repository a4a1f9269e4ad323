package com.nineminds.temporal.operator.decide;

import static org.assertj.core.api.Assertions.assertThat;

import com.nineminds.temporal.operator.decide.space.Point;
import com.nineminds.temporal.operator.decide.space.Space;
import com.nineminds.temporal.operator.decide.world.Invariants;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.atomic.LongAdder;
import org.junit.jupiter.api.Test;

/** No combination of what may be recorded, seen and asked for leads to a decision that breaks a rule. */
class DecisionSpaceTest {
    private static final long FEWEST = 700_000;

    private final Map<String, Point> broken = new ConcurrentSkipListMap<>();
    private final LongAdder decided = new LongAdder();

    @Test
    void everyDecisionKeepsEveryRule() {
        decideAll();

        assertThat(broken).as("broken rules, each with one of its points").isEmpty();
        assertThat(decided.sum()).isGreaterThan(FEWEST);
    }

    /** In threads of its own: from Java 25 on every answer to an HTTP client passes the common pool, and the tests beside this wait for it. */
    private void decideAll() {
        ForkJoinPool threads = new ForkJoinPool();
        try {
            threads.submit(() -> Space.points().parallel().forEach(this::decide))
                    .join();
        } finally {
            threads.shutdown();
        }
    }

    private void decide(Point point) {
        decided.increment();
        try {
            Invariants.broken(point.moment()).forEach(rule -> broken.putIfAbsent(rule, point));
        } catch (RuntimeException e) {
            broken.putIfAbsent(String.valueOf(e), point);
        }
    }
}
