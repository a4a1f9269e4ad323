package com.nineminds.temporal.worker.runtime.dependency;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Keeps asking dependencies how they are, so that a probe has an answer at once. Thread-safe. */
public final class DependencyWatch implements AutoCloseable {

    private static final Duration INTERVAL = Duration.ofSeconds(5);
    /** Twice the interval and time enough for a slow answer. */
    private static final Duration STALE = Duration.ofSeconds(30);

    private record Answer(Optional<String> problem, Instant at) {}

    private final List<Dependency> dependencies;
    private final Clock clock;
    private final ScheduledExecutorService threads;
    private final Map<String, Answer> answers = new LinkedHashMap<>();

    public DependencyWatch(List<Dependency> dependencies, Clock clock) {
        this.dependencies = List.copyOf(dependencies);
        this.clock = clock;
        // One each: a dependency that hangs must not hide the others.
        this.threads = Executors.newScheduledThreadPool(dependencies.size(), work -> {
            var thread = new Thread(work, "dependency-health");
            thread.setDaemon(true);
            return thread;
        });
    }

    public void start() {
        dependencies.forEach(dependency -> {
            var unused = threads.scheduleWithFixedDelay(
                    () -> ask(dependency), 0, INTERVAL.toMillis(), TimeUnit.MILLISECONDS);
        });
    }

    /** The first dependency that cannot be used, and why; empty when all can. */
    public Optional<String> problem() {
        Instant now = clock.instant();
        return dependencies.stream()
                .map(Dependency::name)
                .flatMap(name -> problem(name, now).map(why -> name + ": " + why).stream())
                .findFirst();
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }

    private synchronized Optional<String> problem(String name, Instant now) {
        return Optional.ofNullable(answers.get(name))
                .map(answer -> answer.at().plus(STALE).isBefore(now)
                        ? Optional.of("has not answered since " + answer.at())
                        : answer.problem())
                .orElse(Optional.of("has not been asked yet"));
    }

    private void ask(Dependency dependency) {
        Optional<String> problem = ask(dependency::problem);
        synchronized (this) {
            answers.put(dependency.name(), new Answer(problem, clock.instant()));
        }
    }

    private static Optional<String> ask(Supplier<Optional<String>> question) {
        try {
            return question.get();
        } catch (RuntimeException failed) {
            return Optional.of(String.valueOf(failed));
        }
    }
}
