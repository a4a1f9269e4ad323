package com.nineminds.temporal.worker.runtime.health;

import java.io.IOException;
import java.net.InetSocketAddress;

/** The health server cannot have its address. */
public final class HealthAddressException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    HealthAddressException(InetSocketAddress address, IOException cause) {
        super(
                "the health server cannot listen on " + address + " (" + cause.getMessage()
                        + "): check HEALTH_CHECK_PORT and POD_IP, and what else uses the port",
                cause);
    }
}
