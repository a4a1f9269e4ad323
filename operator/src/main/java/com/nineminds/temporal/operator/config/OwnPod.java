package com.nineminds.temporal.operator.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** What a pod knows of itself without being told. */
public final class OwnPod {
    private static final Path NAMESPACE = Path.of("/var/run/secrets/kubernetes.io/serviceaccount/namespace");

    private OwnPod() {}

    /** The environment, with {@code POD_NAMESPACE} as the ServiceAccount's files have it if nobody set it. */
    public static Map<String, String> environment(Map<String, String> given) {
        Map<String, String> environment = new HashMap<>(given);
        if (given.getOrDefault("POD_NAMESPACE", "").isBlank() && Files.isReadable(NAMESPACE)) {
            try {
                environment.put("POD_NAMESPACE", Files.readString(NAMESPACE).strip());
            } catch (IOException e) {
                throw new InvalidConfigException(
                        java.util.List.of("POD_NAMESPACE: " + NAMESPACE + " cannot be read: " + e.getMessage()));
            }
        }
        return environment;
    }
}
