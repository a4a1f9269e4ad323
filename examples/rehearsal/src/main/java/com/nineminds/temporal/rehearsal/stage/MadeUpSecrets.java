package com.nineminds.temporal.rehearsal.stage;

import com.nineminds.temporal.api.v1alpha1.EnvSpec;
import com.nineminds.temporal.api.v1alpha1.TemporalWorkerSpec;
import com.nineminds.temporal.api.v1alpha1.VaultSecretSpec;
import com.nineminds.temporal.api.v1alpha1.VaultSpec;
import io.fabric8.kubernetes.api.model.EnvVarSource;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.SecretBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;

/**
 * Random values for every secret that workers refer to: what a cluster of the user's has in Kubernetes and in Vault, and this
 * machine does not.
 */
public final class MadeUpSecrets {
    private final Map<String, Map<String, String>> kubernetes = new TreeMap<>();
    private final Map<String, Map<String, String>> vault = new TreeMap<>();

    private MadeUpSecrets() {}

    public static MadeUpSecrets of(TemporalWorkerSpec... specs) {
        MadeUpSecrets secrets = new MadeUpSecrets();
        for (TemporalWorkerSpec spec : specs) {
            secrets.ofEnvironment(spec);
            secrets.ofVault(spec);
        }
        return secrets;
    }

    private void ofEnvironment(TemporalWorkerSpec spec) {
        Objects.requireNonNullElse(spec.env(), List.<EnvSpec>of()).stream()
                .map(EnvSpec::valueFrom)
                .filter(Objects::nonNull)
                .map(EnvVarSource::getSecretKeyRef)
                .filter(Objects::nonNull)
                .forEach(key -> add(kubernetes, key.getName(), key.getKey()));
    }

    private void ofVault(TemporalWorkerSpec spec) {
        VaultSpec used = spec.vault();
        if (used != null) {
            for (VaultSecretSpec secret : used.secrets()) {
                secret.keys().values().forEach(key -> add(vault, secret.path(), key));
            }
        }
    }

    private static void add(Map<String, Map<String, String>> secrets, String name, String key) {
        secrets.computeIfAbsent(name, unused -> new TreeMap<>())
                .computeIfAbsent(key, unused -> UUID.randomUUID().toString());
    }

    /** Where there are values, never the values. */
    public List<String> names() {
        List<String> names = new ArrayList<>();
        kubernetes.forEach((name, data) -> names.add("Secret " + name + " with " + data.keySet()));
        vault.forEach((path, data) -> names.add("Vault's " + path + " with " + data.keySet()));
        return names;
    }

    /** By the path that a template names. */
    Map<String, Map<String, String>> vault() {
        return Map.copyOf(vault);
    }

    List<Secret> kubernetes(String namespace) {
        return kubernetes.entrySet().stream()
                .map(entry -> new SecretBuilder()
                        .withNewMetadata()
                        .withNamespace(namespace)
                        .withName(entry.getKey())
                        .endMetadata()
                        .withStringData(entry.getValue())
                        .build())
                .toList();
    }
}
