package com.nineminds.temporal.worker.runtime;

import com.nineminds.temporal.worker.runtime.config.InvalidConfigException;
import com.nineminds.temporal.worker.runtime.config.LogLevel;
import com.nineminds.temporal.worker.runtime.config.WorkerConfig;
import io.temporal.worker.Worker;
import java.io.UncheckedIOException;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A whole worker process: configuration from the environment, JSON logs, drain on SIGTERM, {@link ExitCode exit codes}.
 *
 * <pre>{@code
 * public static void main(String[] args) {
 *     WorkerMain.run(worker -> worker.registerWorkflowImplementationTypes(InvoiceWorkflowCode.class));
 * }
 * }</pre>
 */
public final class WorkerMain {

    private WorkerMain() {}

    /**
     * Runs until the process is told to stop, then exits the JVM.
     *
     * @param registration registers workflow and activity types; called once per task queue
     */
    public static void run(Consumer<Worker> registration) {
        JsonLogging.configure(LogLevel.INFO);
        // Not earlier: a logger that is made before the configuration prints in logback's own format.
        Logger log = LoggerFactory.getLogger(WorkerMain.class);
        ExitCode code;
        try {
            code = runUntilStopped(WorkerConfig.from(System.getenv()), registration);
        } catch (InvalidConfigException invalid) {
            log.error("{}", invalid.getMessage());
            code = ExitCode.CONFIGURATION;
        } catch (UncheckedIOException refused) {
            log.error("{}: check HEALTH_CHECK_PORT and POD_IP", refused.getMessage(), refused.getCause());
            code = ExitCode.CONFIGURATION;
        } catch (RuntimeException | Error broken) {
            log.error("the worker cannot start", broken);
            code = ExitCode.FAILED;
        }
        System.exit(code.number());
    }

    private static ExitCode runUntilStopped(WorkerConfig config, Consumer<Worker> registration) {
        JsonLogging.configure(config.logLevel());
        var signals = StopSignals.install();
        try (var runtime = WorkerRuntime.start(config, registration)) {
            CompletableFuture.anyOf(signals.first(), runtime.ended()).join();
            return runtime.drain();
        }
    }
}
