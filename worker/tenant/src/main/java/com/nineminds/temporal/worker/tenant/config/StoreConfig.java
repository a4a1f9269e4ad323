package com.nineminds.temporal.worker.tenant.config;

import com.nineminds.temporal.worker.runtime.config.Secret;
import java.net.URI;
import java.util.Optional;

/** The store. Without a URL nobody is told about checkout sessions. */
public record StoreConfig(Optional<URI> url, Optional<Secret> secret) {}
