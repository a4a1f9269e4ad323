package com.nineminds.temporal.worker.runtime.config;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Turns settings into a {@link WorkerConfig}, collecting what is wrong with them on the way. */
final class WorkerConfigReader {

    private static final Pattern HOST_AND_PORT = Pattern.compile("(?:[A-Za-z0-9._-]+|\\[[0-9A-Fa-f:.]+]):[0-9]{1,5}");

    private final List<ConfigProblem> problems = new ArrayList<>();
    private final Settings settings;

    WorkerConfigReader(Map<String, String> environment) {
        this.settings = Settings.read(environment, problems);
    }

    WorkerConfig read() {
        var config = new WorkerConfig(
                required("TEMPORAL_ADDRESS", "host:port of the Temporal frontend", WorkerConfigReader::hostAndPort),
                optional("TEMPORAL_NAMESPACE", "default", Function.identity()),
                taskQueues(),
                optional("POD_NAME", hostName(), Function.identity()) + "@"
                        + ProcessHandle.current().pid(),
                health(),
                optional("DRAIN_TIMEOUT", Duration.ofSeconds(45), DurationText::parse),
                optional("LOG_LEVEL", LogLevel.INFO, WorkerConfigReader::logLevel),
                optional("SECRETS_DIR", Optional.empty(), WorkerConfigReader::directory),
                settings);
        if (!problems.isEmpty()) {
            throw new InvalidConfigException(problems);
        }
        return config;
    }

    private List<String> taskQueues() {
        String variable =
                settings.get("TEMPORAL_TASK_QUEUES").isPresent() ? "TEMPORAL_TASK_QUEUES" : "TEMPORAL_TASK_QUEUE";
        if (settings.get(variable).isEmpty()) {
            problems.add(new ConfigProblem(
                    "TEMPORAL_TASK_QUEUES", "is not set: name at least one task queue, several by commas"));
            return List.of();
        }
        return optional(variable, List.of(), WorkerConfigReader::names);
    }

    private InetSocketAddress health() {
        int port = optional("HEALTH_CHECK_PORT", 8080, WorkerConfigReader::port);
        return optional("POD_IP", new InetSocketAddress(port), ip -> new InetSocketAddress(address(ip), port));
    }

    private <T> T optional(String variable, T otherwise, Function<String, T> parse) {
        try {
            return settings.get(variable).map(parse).orElse(otherwise);
        } catch (IllegalArgumentException wrong) {
            problems.add(new ConfigProblem(variable, String.valueOf(wrong.getMessage())));
            return otherwise;
        }
    }

    private String required(String variable, String what, Function<String, String> parse) {
        if (settings.get(variable).isEmpty()) {
            problems.add(new ConfigProblem(variable, "is not set: give the " + what));
        }
        return optional(variable, "", parse);
    }

    private static String hostAndPort(String text) {
        if (!HOST_AND_PORT.matcher(text).matches() || !isPort(text.substring(text.lastIndexOf(':') + 1), 1)) {
            throw new IllegalArgumentException(
                    "is '" + text + "': write host:port without a scheme, for example temporal-frontend.temporal:7233");
        }
        return text;
    }

    private static List<String> names(String text) {
        List<String> names = Stream.of(text.split(",", -1)).map(String::strip).toList();
        if (names.contains("") || names.stream().distinct().count() < names.size()) {
            throw new IllegalArgumentException(
                    "is '" + text + "': name each task queue once, separated by single commas");
        }
        return names;
    }

    private static int port(String text) {
        if (!isPort(text, 0)) {
            throw new IllegalArgumentException(
                    "is '" + text + "': give a port between 1 and 65535, or 0 for any free one");
        }
        return Integer.parseInt(text);
    }

    private static boolean isPort(String text, int least) {
        return text.matches("[0-9]{1,5}") && Integer.parseInt(text) >= least && Integer.parseInt(text) <= 65535;
    }

    private static InetAddress address(String ip) {
        // Only literal addresses: a name could resolve to another machine's address.
        if (!ip.matches("[0-9.]+|[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*")) {
            throw new IllegalArgumentException("is '" + ip + "': give the pod's IP address, as status.podIP has it");
        }
        try {
            return InetAddress.getByName(ip);
        } catch (UnknownHostException wrong) {
            throw new IllegalArgumentException(
                    "is '" + ip + "': give the pod's IP address, as status.podIP has it", wrong);
        }
    }

    private static LogLevel logLevel(String text) {
        try {
            return LogLevel.valueOf(text.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException unknown) {
            throw new IllegalArgumentException("is '" + text + "': use trace, debug, info, warn or error", unknown);
        }
    }

    private static Optional<Path> directory(String text) {
        Path directory = Path.of(text);
        if (!Files.isDirectory(directory)) {
            throw new IllegalArgumentException(
                    "is " + text + ", which is no directory: check that the Vault agent runs in this pod, or unset it");
        }
        return Optional.of(directory);
    }

    private static String hostName() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException nameless) {
            return "localhost";
        }
    }
}
