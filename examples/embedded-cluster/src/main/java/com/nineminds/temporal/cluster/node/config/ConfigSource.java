package com.nineminds.temporal.cluster.node.config;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The ConfigMaps and Secrets of one namespace, read when asked for. */
public final class ConfigSource {
    private final KubernetesClient client;
    private final String namespace;

    public ConfigSource(KubernetesClient client, String namespace) {
        this.client = client;
        this.namespace = namespace;
    }

    String namespace() {
        return namespace;
    }

    /** The entries of a ConfigMap, empty when it does not exist. */
    Optional<Map<String, byte[]>> configMap(String name) {
        return Optional.ofNullable(client.configMaps()
                        .inNamespace(namespace)
                        .withName(name)
                        .get())
                .map(ConfigSource::entries);
    }

    /** The entries of a Secret, empty when it does not exist. */
    Optional<Map<String, byte[]>> secret(String name) {
        return Optional.ofNullable(
                        client.secrets().inNamespace(namespace).withName(name).get())
                .map(ConfigSource::entries);
    }

    private static Map<String, byte[]> entries(ConfigMap map) {
        Map<String, byte[]> entries = new TreeMap<>(decoded(map.getBinaryData()));
        orEmpty(map.getData()).forEach((key, text) -> entries.put(key, text.getBytes(StandardCharsets.UTF_8)));
        return entries;
    }

    private static Map<String, byte[]> entries(Secret secret) {
        return decoded(secret.getData());
    }

    private static Map<String, byte[]> decoded(@Nullable Map<String, String> data) {
        Map<String, byte[]> entries = new TreeMap<>();
        orEmpty(data)
                .forEach((key, text) -> entries.put(key, Base64.getDecoder().decode(text)));
        return entries;
    }

    private static Map<String, String> orEmpty(@Nullable Map<String, String> data) {
        return data == null ? Map.of() : data;
    }
}
