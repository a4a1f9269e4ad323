package com.nineminds.temporal.worker.runtime;

import com.nineminds.temporal.worker.runtime.config.InvalidConfigException;
import com.nineminds.temporal.worker.runtime.config.LogLevel;
import com.nineminds.temporal.worker.runtime.config.Redaction;
import com.nineminds.temporal.worker.runtime.config.SettingsReader;
import com.nineminds.temporal.worker.runtime.config.WorkerConfig;
import com.nineminds.temporal.worker.runtime.health.HealthAddressException;
import com.nineminds.temporal.worker.runtime.metrics.WorkerMetrics;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The command without a name: runs the worker, or checks that it could. */
@Command(
        name = "worker",
        mixinStandardHelpOptions = true,
        description = "Runs the worker until it is told to stop. Its settings are environment variables.")
final class WorkerCommand<C> implements Callable<Integer> {

    private final WorkerApplication<C> application;
    private final PrintWriter output;

    @Option(
            names = "--check",
            description =
                    "Check the settings, reach everything that the worker needs, print what it runs as JSON, and end.")
    private boolean check;

    WorkerCommand(WorkerApplication<C> application, PrintWriter output) {
        this.application = application;
        this.output = output;
    }

    @Override
    public Integer call() {
        var logs = check ? JsonLogging.Target.STANDARD_ERROR : JsonLogging.Target.STANDARD_OUTPUT;
        JsonLogging.configure(LogLevel.INFO, logs, new Redaction());
        // Not earlier: a logger that is made before the configuration prints in logback's own format.
        Logger log = LoggerFactory.getLogger(WorkerMain.class);
        try {
            return run(logs).number();
        } catch (InvalidConfigException | HealthAddressException unusable) {
            log.error("{}", unusable.getMessage());
            return ExitCode.CONFIGURATION.number();
        } catch (RuntimeException | Error broken) {
            log.error("the worker cannot start", broken);
            return ExitCode.FAILED.number();
        }
    }

    private ExitCode run(JsonLogging.Target logs) {
        var settings = new SettingsReader(System.getenv(), application.defaults());
        WorkerConfig worker = WorkerConfig.read(settings);
        C configuration = application.configure(settings, worker);
        settings.finish();
        JsonLogging.configure(worker.logLevel(), logs, worker.secrets());
        var metrics = new WorkerMetrics();
        WorkerParts parts = application.assemble(configuration, metrics.registry());
        return check ? new SelfCheck(worker, parts).run(output) : runUntilStopped(worker, parts, metrics);
    }

    private static ExitCode runUntilStopped(WorkerConfig worker, WorkerParts parts, WorkerMetrics metrics) {
        var signals = StopSignals.install();
        try (var runtime = WorkerRuntime.start(worker, parts, metrics)) {
            var ended = runtime.ended();
            CompletableFuture.anyOf(signals.first(), ended).join();
            ExitCode drained = runtime.drain();
            return ended.isDone() && ended.join() != ExitCode.STOPPED ? ended.join() : drained;
        }
    }
}
