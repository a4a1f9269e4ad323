package com.nineminds.temporal.operator;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The operator's own settings, from environment variables.
 *
 * @param watchNamespaces {@code WATCH_NAMESPACES}, comma separated; empty (default) means all
 * @param reconcileThreads {@code RECONCILE_THREADS}, 1 to 64, default 8
 * @param resync {@code RESYNC_INTERVAL}, 10 s to 1 h, default 2 min: every worker is looked at this often without any event, from caches only
 * @param stability {@code POD_STABILITY}, 0 to 5 min, default 5 s: how long a pod must be Ready to count as stably available
 * @param temporalTimeout {@code TEMPORAL_TIMEOUT}, 1 s to 1 min, default 5 s: limit of one call to a Temporal server
 */
public record OperatorConfig(
        Set<String> watchNamespaces,
        int reconcileThreads,
        Duration resync,
        Duration stability,
        Duration temporalTimeout) {
    public OperatorConfig {
        watchNamespaces = Set.copyOf(watchNamespaces);
    }

    public static OperatorConfig defaults() {
        return from(Map.of());
    }

    /** @throws InvalidConfigException with one line per bad key */
    public static OperatorConfig from(Map<String, String> environment) {
        Settings settings = new Settings(environment);
        OperatorConfig config = new OperatorConfig(
                namespaces(settings),
                settings.number("RECONCILE_THREADS", 8, 1, 64),
                settings.duration(
                        "RESYNC_INTERVAL", Duration.ofMinutes(2), Duration.ofSeconds(10), Duration.ofHours(1)),
                settings.duration("POD_STABILITY", Duration.ofSeconds(5), Duration.ZERO, Duration.ofMinutes(5)),
                settings.duration(
                        "TEMPORAL_TIMEOUT", Duration.ofSeconds(5), Duration.ofSeconds(1), Duration.ofMinutes(1)));
        List<String> problems = settings.problems();
        if (!problems.isEmpty()) {
            throw new InvalidConfigException(problems);
        }
        return config;
    }

    private static Set<String> namespaces(Settings settings) {
        Set<String> names = Arrays.stream(settings.text("WATCH_NAMESPACES", "").split(","))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));
        names.stream()
                .filter(name -> !name.matches("[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?"))
                .forEach(name -> settings.problem(
                        "WATCH_NAMESPACES", "'" + name + "' is not a namespace name; give names separated by commas"));
        return names;
    }

    public OperatorConfig withStability(Duration next) {
        return new OperatorConfig(watchNamespaces, reconcileThreads, resync, next, temporalTimeout);
    }

    public OperatorConfig watching(Set<String> namespaces) {
        return new OperatorConfig(namespaces, reconcileThreads, resync, stability, temporalTimeout);
    }
}
