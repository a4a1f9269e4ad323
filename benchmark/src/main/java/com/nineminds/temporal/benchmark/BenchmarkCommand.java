package com.nineminds.temporal.benchmark;

import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The benchmark as a command: prints a table, exit code 0 if it came to its end. */
@Command(
        name = "benchmark",
        mixinStandardHelpOptions = true,
        description =
                "Measures what the operator costs with many workers. The cluster needs the definition of TemporalWorker and"
                        + " simulated nodes, on which a pod with the annotation `simulate: crash` keeps exiting.")
public final class BenchmarkCommand implements Callable<Integer> {
    @Option(names = "--kubeconfig", required = true, description = "An administrator's; an ambient one is never used.")
    private Path kubeconfig = Path.of("");

    @Option(
            names = "--namespace",
            defaultValue = "benchmark",
            description = "Is deleted in the end. Default: ${DEFAULT-VALUE}.")
    private String namespace = "";

    @Option(names = "--workers", defaultValue = "200", description = "Default: ${DEFAULT-VALUE}.")
    private int workers;

    @Option(names = "--idle", defaultValue = "PT10M", description = "Default: ${DEFAULT-VALUE}.")
    private Duration idle = Duration.ZERO;

    @Option(
            names = "--rollouts",
            split = ",",
            defaultValue = "8,192",
            description =
                    "At once, scene by scene, each of other workers; a quarter are bad. Default: ${DEFAULT-VALUE}.")
    private List<Integer> rollouts = List.of();

    @Option(names = "--temporal", defaultValue = "127.0.0.1:7233", description = "Default: ${DEFAULT-VALUE}.")
    private String temporal = "";

    @Option(names = "--jvm-option", description = "Of the operator's JVM, e.g. -Xmx128m. May be given more than once.")
    private List<String> jvmOptions = List.of();

    @Option(names = "--log", defaultValue = "operator.log", description = "The operator's. Default: ${DEFAULT-VALUE}.")
    private Path log = Path.of("");

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    public static void main(String[] args) {
        System.exit(new CommandLine(new BenchmarkCommand()).execute(args));
    }

    @Override
    public Integer call() throws IOException {
        if (rollouts.stream().mapToInt(Integer::intValue).sum() > workers) {
            throw new ParameterException(spec.commandLine(), "--rollouts: all together more than there are --workers");
        }
        Config cluster = Config.fromKubeconfig(Files.readString(kubeconfig));
        CostBenchmark.Options options = new CostBenchmark.Options(workers, idle, rollouts, 4, temporal);
        try (KubernetesClient client =
                new KubernetesClientBuilder().withConfig(cluster).build()) {
            List<Figure> figures = new CostBenchmark(options, client)
                    .run(namespace, () -> new OperatorChild(kubeconfig, namespace, jvmOptions, log));
            print(figures, spec.commandLine().getOut());
        }
        return 0;
    }

    private static void print(List<Figure> figures, PrintWriter out) {
        out.println("| scene | what | measured | target |");
        out.println("|---|---|---|---|");
        figures.forEach(figure ->
                out.printf("| %s | %s | %s | %s |%n", figure.scene(), figure.what(), figure.value(), figure.target()));
        out.flush();
    }
}
