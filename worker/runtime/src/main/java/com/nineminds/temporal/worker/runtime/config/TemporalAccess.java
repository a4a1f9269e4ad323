package com.nineminds.temporal.worker.runtime.config;

import java.util.Optional;

/**
 * How the worker knows Temporal and is known to it.
 *
 * @param tls how the connection is protected; without it everything goes in plain text
 * @param apiKey sent with every call, read anew for each; never without TLS
 */
public record TemporalAccess(Optional<TlsSettings> tls, Optional<Secret> apiKey) {

    /** For a log line, such as {@code mutual TLS, API key}. */
    public String description() {
        String protection = tls.map(TlsSettings::description).orElse("plain text");
        return apiKey.isPresent() ? protection + ", API key" : protection;
    }
}
