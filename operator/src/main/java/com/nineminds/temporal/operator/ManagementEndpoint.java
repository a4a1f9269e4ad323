package com.nineminds.temporal.operator;

import com.nineminds.temporal.operator.config.InvalidConfigException;
import com.nineminds.temporal.operator.config.ManagementConfig;
import com.nineminds.temporal.operator.management.ManagementServer;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** The endpoint of one operator, if it has one. */
final class ManagementEndpoint implements AutoCloseable {
    private final Optional<ManagementServer> server;

    private ManagementEndpoint(Optional<ManagementServer> server) {
        this.server = server;
    }

    /** @throws InvalidConfigException if the port cannot be had */
    static ManagementEndpoint open(ManagementConfig config, OperatorProcess process) {
        if (config.port() == 0) {
            return new ManagementEndpoint(Optional.empty());
        }
        try {
            return new ManagementEndpoint(
                    Optional.of(ManagementServer.start(config.port(), process, process::metrics)));
        } catch (IOException e) {
            throw new InvalidConfigException(List.of("MANAGEMENT_PORT: " + config.port() + " cannot be listened on ("
                    + e.getMessage() + "); take another, or 0 for none"));
        }
    }

    @Override
    public void close() {
        server.ifPresent(ManagementServer::close);
    }
}
