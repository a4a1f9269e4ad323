package com.nineminds.temporal.cluster.controllers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WorkQueueTest {
    /** Every object changes again as soon as it was handled. */
    private static final class Busy implements Controller {
        private final Set<ObjectName> handled = ConcurrentHashMap.newKeySet();
        private Consumer<ObjectName> enqueue = name -> {};

        @Override
        public String name() {
            return "busy";
        }

        @Override
        public void watch(Watches watches, Consumer<ObjectName> unused) {}

        @Override
        public Optional<Duration> reconcile(ObjectName name) {
            handled.add(name);
            enqueue.accept(name);
            return Optional.empty();
        }
    }

    @Test
    void an_object_has_its_turn_however_busy_others_are() {
        Busy busy = new Busy();
        Set<ObjectName> names = IntStream.range(0, 50)
                .mapToObj(number -> new ObjectName("namespace", "object-" + number))
                .collect(Collectors.toSet());
        try (WorkQueue queue = new WorkQueue(busy, Clock.systemUTC())) {
            busy.enqueue = queue::add;
            queue.start();
            names.forEach(queue::add);

            await().untilAsserted(() -> assertThat(busy.handled).containsAll(names));
        }
    }
}
