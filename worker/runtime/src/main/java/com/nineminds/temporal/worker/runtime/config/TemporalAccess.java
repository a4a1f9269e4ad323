package com.nineminds.temporal.worker.runtime.config;

import java.util.Optional;

/**
 * How the worker knows Temporal and is known to it.
 *
 * @param tls how the connection is protected; without it everything goes in plain text
 * @param apiKey sent with every call, read anew for each; never without TLS
 */
public record TemporalAccess(Optional<TlsSettings> tls, Optional<Secret> apiKey) {

    /** Whether a text can be sent as a key: visible ASCII characters and nothing else. gRPC prints what it cannot send. */
    public static boolean isKey(String text) {
        return !text.isEmpty() && text.chars().allMatch(character -> character > ' ' && character < 0x7F);
    }

    /** For a log line, such as {@code mutual TLS, API key}. */
    public String description() {
        String protection = tls.map(TlsSettings::description).orElse("plain text");
        return apiKey.isPresent() ? protection + ", API key" : protection;
    }
}
