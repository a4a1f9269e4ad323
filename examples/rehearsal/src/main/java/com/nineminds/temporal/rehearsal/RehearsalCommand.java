package com.nineminds.temporal.rehearsal;

import com.nineminds.temporal.api.v1alpha1.TemporalWorker;
import com.nineminds.temporal.cluster.node.image.ImageCommands;
import com.nineminds.temporal.cluster.node.image.ImageFile;
import com.nineminds.temporal.cluster.node.image.Placeholders;
import com.nineminds.temporal.rehearsal.stage.Files;
import com.nineminds.temporal.rehearsal.view.Screen;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * Exit codes: 0 everything happened as it should, or the rehearsed change would be promoted; 3 it would be rolled back; 2 bad usage
 * or a file that cannot be used; 1 anything else.
 */
@Command(
        name = "examples/run",
        mixinStandardHelpOptions = true,
        description =
                "Runs the operator on this machine against an embedded cluster and Temporal server: a demonstration of good and "
                        + "bad revisions, or with --from and --to the rehearsal of a change of your own.")
public final class RehearsalCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before it calls
    private CommandSpec spec;

    @Option(names = "--stay", description = "Stay up afterwards and print a kubeconfig; ends with Ctrl-C.")
    private boolean stay;

    @Option(names = "--plain", description = "Never redraw: print the tree whenever it changes.")
    private boolean plain;

    @Option(names = "--from", description = "The worker as it serves today, a YAML file.")
    private @Nullable Path from;

    @Option(names = "--to", description = "The worker as it shall serve, a YAML file.")
    private @Nullable Path to;

    @Option(names = "--images", description = "Which command each image stands for, a YAML file.")
    private @Nullable Path images;

    @Option(
            names = "--durations",
            description = "Rollout durations: ${COMPLETION-CANDIDATES}; ${DEFAULT-VALUE} if not given.",
            defaultValue = "SHORT")
    private Durations durations = Durations.SHORT;

    /** How long holds, bakes and deadlines last. */
    enum Durations {
        SHORT,
        AS_WRITTEN
    }

    public static void main(String[] arguments) {
        int code = commandLine().execute(arguments);
        System.exit(code);
    }

    static CommandLine commandLine() {
        return new CommandLine(new RehearsalCommand()).setCaseInsensitiveEnumValuesAllowed(true);
    }

    @Override
    public Integer call() throws Exception {
        PrintStream out = System.out;
        Screen screen = new Screen(out, !plain && System.console() != null, Instant.now());
        Theatre theatre = new Theatre(screen, durations == Durations.SHORT, stay);
        if (from == null && to == null && images == null) {
            return new Demonstration(theatre).run();
        }
        if (from == null || to == null || images == null) {
            return refuse("--from, --to and --images belong together: give all three");
        }
        return rehearse(new Rehearsal(theatre), from, to, images);
    }

    private int rehearse(Rehearsal rehearsal, Path from, Path to, Path images) throws InterruptedException {
        Optional<TemporalWorker> old = worker(from);
        Optional<TemporalWorker> next = worker(to);
        Optional<Function<String, ImageCommands>> known = images(images);
        if (old.isEmpty() || next.isEmpty() || known.isEmpty()) {
            return CommandLine.ExitCode.USAGE;
        }
        Optional<String> strangers = WorkerFile.differentObjects(old.get(), next.get());
        return strangers.isPresent() ? refuse(strangers.get()) : rehearsal.run(old.get(), next.get(), known.get());
    }

    /** {@code ${temporal.address}} in the file stands for the server of this run. */
    private Optional<Function<String, ImageCommands>> images(Path file) {
        try {
            String text = Files.read(file);
            ImageFile.parse(text);
            return Optional.of(address ->
                    ImageFile.parse(new Placeholders(Map.of("temporal.address", unused -> address)).fill(text)));
        } catch (RuntimeException e) {
            refuse(file + ": " + e.getMessage());
            return Optional.empty();
        }
    }

    private Optional<TemporalWorker> worker(Path file) {
        try {
            TemporalWorker worker = Serialization.unmarshal(Files.read(file), TemporalWorker.class);
            WorkerFile.check(worker);
            return Optional.of(worker);
        } catch (RuntimeException e) {
            refuse(file + ": " + e.getMessage());
            return Optional.empty();
        }
    }

    private int refuse(String why) {
        spec.commandLine().getErr().println(why);
        return CommandLine.ExitCode.USAGE;
    }
}
