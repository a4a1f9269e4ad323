package com.nineminds.temporal.worker.runtime;

import com.nineminds.temporal.worker.runtime.config.WorkerConfig;
import com.nineminds.temporal.worker.runtime.dependency.Dependency;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Waits, with back-off, for what the worker needs and for Temporal, and starts polling. A thread of its own does it. */
final class Startup {

    private static final Logger LOG = LoggerFactory.getLogger(Startup.class);

    /** Why it did not work this time; empty when it did. */
    private interface Attempt {
        Optional<String> make() throws InterruptedException;
    }

    private final WorkerConfig config;
    private final List<Dependency> dependencies;
    private final TemporalWorkers workers;
    private final WorkerLife life;
    private final Thread thread = new Thread(this::run, "connect-to-temporal");
    private Consumer<ExitCode> onFailure = code -> {};
    private long deadline;

    Startup(WorkerConfig config, List<Dependency> dependencies, TemporalWorkers workers, WorkerLife life) {
        this.config = config;
        this.dependencies = dependencies;
        this.workers = workers;
        this.life = life;
    }

    /** Returns at once. {@code failed} is called if polling can never start or did not within the start-up timeout. */
    void begin(Consumer<ExitCode> failed) {
        onFailure = failed;
        deadline = System.nanoTime() + config.startupTimeout().toNanos();
        life.advance(Stage.PREPARING, "");
        thread.start();
    }

    /** Gives up; what has been started stays started. */
    void stop() throws InterruptedException {
        thread.interrupt();
        thread.join();
    }

    private void run() {
        try {
            for (Dependency dependency : dependencies) {
                insist(Stage.PREPARING, () -> prepare(dependency));
            }
            life.advance(Stage.CONNECTING, config.address());
            insist(Stage.CONNECTING, workers::tryStart);
            if (life.advance(Stage.POLLING, "")) {
                LOG.info("polling {}", config.taskQueues());
            }
        } catch (InterruptedException stopped) {
            LOG.debug("stopped while connecting");
        } catch (StartupTimeoutException late) {
            fail(ExitCode.UNAVAILABLE, String.valueOf(late.getMessage()));
        } catch (RuntimeException | Error broken) {
            LOG.error("the worker cannot start", broken);
            fail(ExitCode.FAILED, String.valueOf(broken));
        }
    }

    private void fail(ExitCode code, String why) {
        LOG.error("giving up: {}", why);
        life.advance(Stage.FAILED, why);
        onFailure.accept(code);
    }

    private static Optional<String> prepare(Dependency dependency) {
        try {
            dependency.prepare();
            return Optional.empty();
        } catch (RuntimeException notYet) {
            return Optional.of(dependency.name() + ": " + notYet.getMessage());
        }
    }

    private void insist(Stage stage, Attempt attempt) throws InterruptedException {
        for (int count = 0; ; count++) {
            Optional<String> why = attempt.make();
            if (why.isEmpty()) {
                return;
            }
            if (life.advance(stage, why.get())) {
                LOG.warn("waiting: {}", why.get());
            }
            Duration wait = Backoff.after(count, ThreadLocalRandom.current().nextDouble());
            if (System.nanoTime() + wait.toNanos() - deadline > 0) {
                throw new StartupTimeoutException(why.get());
            }
            Thread.sleep(wait.toMillis());
        }
    }

    private static final class StartupTimeoutException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        StartupTimeoutException(String why) {
            super(why);
        }
    }
}
