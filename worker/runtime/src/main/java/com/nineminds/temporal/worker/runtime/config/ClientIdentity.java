package com.nineminds.temporal.worker.runtime.config;

/**
 * A certificate and what proves that it is the worker's.
 *
 * @param certificate PEM, followed by its intermediates where the server does not have them
 * @param key PEM, without a passphrase
 */
public record ClientIdentity(PemSource certificate, PemSource key) {}
