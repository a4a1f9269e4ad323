package com.nineminds.temporal.operator.config;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * How the operator asks Temporal servers.
 *
 * @param timeout limit of one call
 * @param credentials directory with a directory for each server; empty: it has none for any
 */
public record TemporalConfig(Duration timeout, Optional<Path> credentials) {
    static TemporalConfig from(EnvironmentReader settings) {
        return new TemporalConfig(
                settings.duration(
                        "TEMPORAL_TIMEOUT",
                        Duration.ofSeconds(5),
                        Duration.ofSeconds(1),
                        Duration.ofMinutes(1),
                        "Limit of one call to a Temporal server."),
                settings.directory(
                        "TEMPORAL_CREDENTIALS_DIR",
                        "What the operator shows to Temporal servers, see"
                                + " [credentials](operations.md#credentials-for-temporal). Empty: nothing."));
    }
}
