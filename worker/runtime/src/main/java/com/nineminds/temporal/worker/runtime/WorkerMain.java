package com.nineminds.temporal.worker.runtime;

import com.nineminds.temporal.worker.runtime.config.SettingsReader;
import com.nineminds.temporal.worker.runtime.config.WorkerConfig;
import com.nineminds.temporal.worker.runtime.registration.Registration;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.PrintWriter;
import picocli.CommandLine;

/**
 * A whole worker process: configuration from the environment, JSON logs, drain on SIGTERM, {@link ExitCode exit codes}.
 *
 * <pre>{@code
 * public static void main(String[] arguments) {
 *     WorkerMain.run(arguments, Registration.builder().workflows(InvoiceWorkflowCode.class).build());
 * }
 * }</pre>
 *
 * <p>Without arguments it runs until the process is told to stop. {@code --check} and {@code replay} look at things and end.
 */
public final class WorkerMain {

    private WorkerMain() {}

    /** Runs a worker without settings of its own, then exits the JVM. */
    public static void run(String[] arguments, Registration registration) {
        run(arguments, new Plain(registration));
    }

    /** Runs a worker, then exits the JVM. */
    public static <C> void run(String[] arguments, WorkerApplication<C> application) {
        System.exit(execute(arguments, application));
    }

    /** Runs a worker and returns what the process is to exit with. */
    public static <C> int execute(String[] arguments, WorkerApplication<C> application) {
        var output = new PrintWriter(System.out, true);
        var worker = new WorkerCommand<>(application, output);
        if (arguments.length == 0) {
            // As every pod starts it: understanding a command line would take a sixth of its start.
            return worker.call();
        }
        return new CommandLine(worker)
                .addSubcommand(new ReplayCommand(application, output))
                .execute(arguments);
    }

    private record Plain(Registration registration) implements WorkerApplication<Registration> {

        @Override
        public Registration configure(SettingsReader settings, WorkerConfig worker) {
            return registration;
        }

        @Override
        public WorkerParts assemble(Registration configuration, MeterRegistry metrics) {
            return WorkerParts.of(configuration);
        }

        @Override
        public WorkerParts replayed() {
            return WorkerParts.of(registration);
        }
    }
}
