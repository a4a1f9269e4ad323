package com.nineminds.temporal.worker.tenant.config;

import com.nineminds.temporal.worker.runtime.config.Secret;
import java.net.URI;
import java.util.Optional;

/**
 * The store. Without a URL nobody is told about checkout sessions.
 *
 * @param secret what the store knows the worker by
 * @param signingKey with which bodies are signed; without it they are not
 */
public record StoreConfig(Optional<URI> url, Optional<Secret> secret, Optional<Secret> signingKey) {}
