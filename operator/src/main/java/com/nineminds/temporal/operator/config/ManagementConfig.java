package com.nineminds.temporal.operator.config;

import java.time.Duration;

/**
 * The endpoint for probes and metrics.
 *
 * @param port on all addresses; 0 means none
 * @param stuckAfter how long a reconcile may give no sign of life before the process counts as wedged
 */
public record ManagementConfig(int port, Duration stuckAfter) {
    static ManagementConfig from(EnvironmentReader settings) {
        return new ManagementConfig(
                settings.number(
                        "MANAGEMENT_PORT",
                        8080,
                        0,
                        65_535,
                        "Port of `/livez`, `/readyz` and `/metrics`, on all addresses. 0 opens none."),
                settings.duration(
                        "STUCK_AFTER",
                        Duration.ofMinutes(5),
                        Duration.ofMinutes(1),
                        Duration.ofHours(1),
                        "A reconcile that neither ends nor sends a request for this long makes `/livez` fail."));
    }
}
