package com.nineminds.temporal.operator.config;

import com.nineminds.temporal.operator.leader.Candidacy;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Reads whether and how operators elect the one that works. */
final class ElectionConfig {
    private ElectionConfig() {}

    /** @return empty where nobody is elected */
    static Optional<Candidacy> from(EnvironmentReader settings) {
        String wanted = settings.oneOf(
                "LEADER_ELECTION",
                List.of("auto", "on", "off"),
                "Whether operators elect one that works while the others stand by. `auto`: where `POD_NAMESPACE` is known.");
        String own = settings.name(
                "POD_NAMESPACE",
                "",
                "Namespace of the operator's own pod. In a cluster it is known without the variable.");
        String pod = settings.name(
                "POD_NAME", "operator", "Name of the operator's own pod, by which the Lease tells who leads.");
        String namespace = settings.name("LEASE_NAMESPACE", "", "Namespace of the Lease, if not the operator's own.");
        String name = settings.name(
                "LEASE_NAME",
                "temporal-worker-operator",
                "Name of the Lease. Operators that must not work at once have the same one.");
        Duration duration = settings.duration(
                "LEASE_DURATION",
                Duration.ofSeconds(15),
                Duration.ofSeconds(5),
                Duration.ofMinutes(2),
                "A leader that was not heard of for this long is replaced.");
        String where = namespace.isEmpty() ? own : namespace;
        if (where.isEmpty() && wanted.equals("on")) {
            settings.problem("LEADER_ELECTION", "'on' needs LEASE_NAMESPACE where there is no POD_NAMESPACE");
        }
        return wanted.equals("off") || where.isEmpty()
                ? Optional.empty()
                : Optional.of(new Candidacy(where, name, pod, duration));
    }
}
