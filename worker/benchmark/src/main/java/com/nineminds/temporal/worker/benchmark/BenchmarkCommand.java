package com.nineminds.temporal.worker.benchmark;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The benchmark as a command: prints a table, exit code 0 if it came to its end. */
@Command(
        name = "worker-benchmark",
        mixinStandardHelpOptions = true,
        showDefaultValues = true,
        description = "Compares a worker on the runtime with the same one on the plain Temporal SDK.")
public final class BenchmarkCommand implements Callable<Integer> {
    @Option(names = "--address", defaultValue = "127.0.0.1:7233", description = "A Temporal server's.")
    private String address = "";

    @Option(names = "--namespace", defaultValue = "default")
    private String namespace = "";

    @Option(names = "--starts", defaultValue = "11", description = "Of each kind; 0 leaves this scene out.")
    private int starts;

    @Option(
            names = "--pairs",
            defaultValue = "3",
            description = "Of workers that are given workflows; 0 leaves this scene out.")
    private int pairs;

    @Option(names = "--batches", defaultValue = "10", description = "Of workflows, for each worker of a pair.")
    private int batches;

    @Option(names = "--workflows", defaultValue = "300", description = "Of a batch.")
    private int workflows;

    @Option(names = "--warm-up", defaultValue = "2000", description = "Workflows of each worker that are not counted.")
    private int warmUp;

    @Option(names = "--activities", defaultValue = "3", description = "Of a workflow.")
    private int activities;

    @Option(names = "--callers", defaultValue = "100", description = "Workflows on their way at the same time.")
    private int callers;

    @Option(names = "--slots", defaultValue = "200", description = "Of a worker that starts or is given workflows.")
    private int slots;

    @Option(names = "--pollers", defaultValue = "5")
    private int pollers;

    @Option(names = "--cache", defaultValue = "600", description = "Workflows that a worker keeps in memory.")
    private int cache;

    @Option(
            names = "--busy",
            split = ",",
            defaultValue = "100,200,400",
            description = "Slots for which the heap is measured, all held; 0 leaves this scene out.")
    private List<Integer> busy = List.of();

    @Option(names = "--jvm-option", description = "Of both kinds, e.g. -Xmx256m. May be given more than once.")
    private List<String> jvmOptions = List.of();

    @Option(names = "--log", defaultValue = "workers.log", description = "What the workers print.")
    private Path log = Path.of("");

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    public static void main(String[] args) {
        System.exit(new CommandLine(new BenchmarkCommand()).execute(args));
    }

    @Override
    public Integer call() {
        var options = new RuntimeBenchmark.Options(
                starts, pairs, batches, workflows, warmUp, activities, new Limits(slots, pollers, cache), busy);
        try (Load load = new Load(address, namespace, callers)) {
            var launcher = new Launcher(address, namespace, jvmOptions, log);
            PrintWriter out = spec.commandLine().getOut();
            out.println("| scene | what | runtime | plain SDK | ratio | target |");
            out.println("|---|---|---|---|---|---|");
            new RuntimeBenchmark(options, launcher, load).run(row -> print(row, out));
        }
        return 0;
    }

    private static void print(Row row, PrintWriter out) {
        out.printf(
                "| %s | %s | %s | %s | %s | %s |%n",
                row.scene(), row.what(), row.runtime(), row.plain(), row.ratio(), row.target());
        out.flush();
    }
}
