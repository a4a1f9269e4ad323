package com.nineminds.temporal.worker.runtime;

import com.nineminds.temporal.worker.runtime.config.LogLevel;
import com.nineminds.temporal.worker.runtime.config.Redaction;
import com.nineminds.temporal.worker.runtime.replay.HistoryFiles;
import com.nineminds.temporal.worker.runtime.replay.Replayer;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Replays histories against the workflows of this build. Needs neither a server nor settings. */
@Command(
        name = "replay",
        mixinStandardHelpOptions = true,
        description = "Replays histories against this build: 0 when all of them do, 4 at the first that does not.")
final class ReplayCommand implements Callable<Integer> {

    private final WorkerApplication<?> application;
    private final PrintWriter output;

    @Parameters(
            arity = "1..*",
            paramLabel = "HISTORY",
            description = "A history as 'temporal workflow show --output json' writes it, or a folder of such files.")
    private List<Path> paths = List.of();

    ReplayCommand(WorkerApplication<?> application, PrintWriter output) {
        this.application = application;
        this.output = output;
    }

    @Override
    public Integer call() throws IOException {
        JsonLogging.configure(LogLevel.ERROR, JsonLogging.Target.STANDARD_ERROR, new Redaction());
        List<Path> files = HistoryFiles.of(paths);
        if (files.isEmpty()) {
            output.println("no history found in " + paths);
            return ExitCode.USAGE.number();
        }
        WorkerParts parts = application.replayed();
        try (var replayer = new Replayer(parts.registration(), parts.dataConverter())) {
            for (Path file : files) {
                Optional<String> difference = replayer.difference(file);
                if (difference.isPresent()) {
                    output.println(file + ": " + difference.get());
                    return ExitCode.REPLAY_FAILED.number();
                }
                output.println(file + ": ok");
            }
        }
        return ExitCode.STOPPED.number();
    }
}
