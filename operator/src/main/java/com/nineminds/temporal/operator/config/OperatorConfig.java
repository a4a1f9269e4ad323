package com.nineminds.temporal.operator.config;

import com.nineminds.temporal.operator.leader.Candidacy;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The operator's own settings, from environment variables; {@link #keys} tells which.
 *
 * @param watchNamespaces empty means all
 * @param resync every worker is looked at this often without any event, from caches only
 * @param stability how long a pod must be Ready to count as stably available
 * @param candidacy empty where this operator is the only one; its identity is the pod's name
 */
public record OperatorConfig(
        Set<String> watchNamespaces,
        int reconcileThreads,
        Duration resync,
        Duration stability,
        TemporalConfig temporal,
        ManagementConfig management,
        Optional<Candidacy> candidacy) {
    public OperatorConfig {
        watchNamespaces = Set.copyOf(watchNamespaces);
    }

    public static OperatorConfig defaults() {
        return from(Map.of());
    }

    /** Every variable that is read. */
    public static List<ConfigKey> keys() {
        EnvironmentReader settings = new EnvironmentReader(Map.of());
        read(settings);
        return settings.keys();
    }

    /** @throws InvalidConfigException with one line per bad key */
    public static OperatorConfig from(Map<String, String> environment) {
        EnvironmentReader settings = new EnvironmentReader(environment);
        OperatorConfig config = read(settings);
        List<String> problems = settings.problems();
        if (!problems.isEmpty()) {
            throw new InvalidConfigException(problems);
        }
        return config;
    }

    private static OperatorConfig read(EnvironmentReader settings) {
        return new OperatorConfig(
                namespaces(settings),
                settings.number("RECONCILE_THREADS", 8, 1, 64, "Reconciles at a time."),
                settings.duration(
                        "RESYNC_INTERVAL",
                        Duration.ofMinutes(2),
                        Duration.ofSeconds(10),
                        Duration.ofHours(1),
                        "Every worker is looked at this often without any event, from caches only."),
                settings.duration(
                        "POD_STABILITY",
                        Duration.ofSeconds(5),
                        Duration.ZERO,
                        Duration.ofMinutes(5),
                        "How long a pod must be Ready to count as stably available."),
                TemporalConfig.from(settings),
                ManagementConfig.from(settings),
                ElectionConfig.from(settings));
    }

    private static Set<String> namespaces(EnvironmentReader settings) {
        List<String> names = settings.words(
                "WATCH_NAMESPACES",
                "names separated by commas",
                "Namespaces whose workers are looked after. Empty: all.");
        names.stream()
                .filter(name -> !name.matches("[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?"))
                .forEach(name -> settings.problem(
                        "WATCH_NAMESPACES", "'" + name + "' is not a namespace name; give names separated by commas"));
        return Set.copyOf(names);
    }

    public OperatorConfig withStability(Duration next) {
        return new OperatorConfig(watchNamespaces, reconcileThreads, resync, next, temporal, management, candidacy);
    }

    public OperatorConfig watching(Set<String> namespaces) {
        return new OperatorConfig(namespaces, reconcileThreads, resync, stability, temporal, management, candidacy);
    }

    public OperatorConfig withManagement(ManagementConfig next) {
        return new OperatorConfig(watchNamespaces, reconcileThreads, resync, stability, temporal, next, candidacy);
    }

    public OperatorConfig standing(Candidacy next) {
        return new OperatorConfig(
                watchNamespaces, reconcileThreads, resync, stability, temporal, management, Optional.of(next));
    }
}
