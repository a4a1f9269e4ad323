package com.nineminds.temporal.rehearsal;

import com.nineminds.temporal.api.v1alpha1.EnvSpec;
import com.nineminds.temporal.api.v1alpha1.TemporalWorkerSpec;
import io.fabric8.kubernetes.api.model.EnvVarSource;
import io.fabric8.kubernetes.api.model.SecretBuilder;
import io.fabric8.kubernetes.api.model.SecretKeySelector;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

/** Creates the Secrets that a worker refers to, with random values: what a cluster of the user's has, and a rehearsal does not. */
final class Secrets {
    private final KubernetesClient client;
    private final String namespace;

    Secrets(KubernetesClient client, String namespace) {
        this.client = client;
        this.namespace = namespace;
    }

    void create(TemporalWorkerSpec spec) {
        Map<String, List<SecretKeySelector>> byName =
                Objects.requireNonNullElse(spec.env(), List.<EnvSpec>of()).stream()
                        .map(EnvSpec::valueFrom)
                        .filter(Objects::nonNull)
                        .map(EnvVarSource::getSecretKeyRef)
                        .filter(Objects::nonNull)
                        .collect(Collectors.groupingBy(SecretKeySelector::getName));
        byName.forEach(this::create);
    }

    private void create(String name, List<SecretKeySelector> keys) {
        Map<String, String> data = new TreeMap<>();
        keys.forEach(key -> data.put(key.getKey(), UUID.randomUUID().toString()));
        client.resource(new SecretBuilder()
                        .withNewMetadata()
                        .withNamespace(namespace)
                        .withName(name)
                        .endMetadata()
                        .withStringData(data)
                        .build())
                .serverSideApply();
    }
}
