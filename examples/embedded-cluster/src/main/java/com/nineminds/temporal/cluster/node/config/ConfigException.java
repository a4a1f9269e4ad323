package com.nineminds.temporal.cluster.node.config;

/** Something that a pod refers to does not exist; the message is the kubelet's. */
public final class ConfigException extends Exception {
    private static final long serialVersionUID = 1L;

    ConfigException(String message) {
        super(message);
    }
}
