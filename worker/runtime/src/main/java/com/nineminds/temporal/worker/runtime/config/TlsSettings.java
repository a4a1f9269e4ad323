package com.nineminds.temporal.worker.runtime.config;

import java.util.Optional;

/**
 * How a connection to Temporal is protected.
 *
 * @param authorities who may have issued the server's certificate; without it the JVM's own list decides
 * @param identity what the worker shows if the server asks for a certificate
 * @param serverName the name that the server is asked by and has to prove, where it is not the address's
 * @param hostVerification whether the server's certificate has to be one for that name
 */
public record TlsSettings(
        Optional<PemSource> authorities,
        Optional<ClientIdentity> identity,
        Optional<String> serverName,
        boolean hostVerification) {

    String description() {
        return (identity.isPresent() ? "mutual TLS" : "TLS")
                + (hostVerification ? "" : " without a look at the server's name");
    }
}
