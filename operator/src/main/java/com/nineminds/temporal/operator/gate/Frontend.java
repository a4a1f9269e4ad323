package com.nineminds.temporal.operator.gate;

import java.util.Optional;

/**
 * The frontend of a Temporal server, as a worker's spec names it.
 *
 * @param address {@code host:port}
 * @param tls whether it is spoken to over TLS; credentials are sent over nothing else
 * @param serverName name that its certificate must be for; default: the host of the address
 */
public record Frontend(String address, boolean tls, Optional<String> serverName) {
    public static Frontend inPlainText(String address) {
        return new Frontend(address, false, Optional.empty());
    }
}
