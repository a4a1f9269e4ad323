package com.nineminds.temporal.cluster.node.config;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.EnvFromSource;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.EnvVarSource;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Resolves a container's environment variables. */
public final class Variables {
    private final ConfigSource source;
    private final PodFields fields;

    public Variables(ConfigSource source, PodFields fields) {
        this.source = source;
        this.fields = fields;
    }

    /**
     * The variables of {@code envFrom} and {@code env}, in their order.
     *
     * @throws ConfigException when a ConfigMap, Secret or key that is not optional does not exist
     */
    public Map<String, String> of(Container container) throws ConfigException {
        Map<String, String> variables = new LinkedHashMap<>();
        for (EnvFromSource all : container.getEnvFrom()) {
            String prefix = all.getPrefix() == null ? "" : all.getPrefix();
            entries(all).forEach((key, value) -> variables.put(prefix + key, text(value)));
        }
        for (EnvVar variable : container.getEnv()) {
            EnvVarSource from = variable.getValueFrom();
            Optional<String> value = from == null
                    ? Optional.of(Expansion.expand(variable.getValue() == null ? "" : variable.getValue(), variables))
                    : referred(from, container);
            value.ifPresent(known -> variables.put(variable.getName(), known));
        }
        return variables;
    }

    private Map<String, byte[]> entries(EnvFromSource all) throws ConfigException {
        if (all.getConfigMapRef() != null) {
            var reference = all.getConfigMapRef();
            return existing(
                    source.configMap(reference.getName()), "configmap", reference.getName(), reference.getOptional());
        }
        if (all.getSecretRef() != null) {
            var reference = all.getSecretRef();
            return existing(source.secret(reference.getName()), "secret", reference.getName(), reference.getOptional());
        }
        return Map.of();
    }

    static Map<String, byte[]> existing(
            Optional<Map<String, byte[]>> found,
            String kind,
            String name,
            @org.jspecify.annotations.Nullable Boolean optional)
            throws ConfigException {
        if (found.isEmpty() && !Boolean.TRUE.equals(optional)) {
            throw new ConfigException("%s \"%s\" not found".formatted(kind, name));
        }
        return found.orElse(Map.of());
    }

    private Optional<String> referred(EnvVarSource from, Container container) throws ConfigException {
        if (from.getFieldRef() != null) {
            return Optional.of(fields.value(from.getFieldRef().getFieldPath()));
        }
        if (from.getResourceFieldRef() != null) {
            return Optional.of(PodFields.value(from.getResourceFieldRef(), container));
        }
        if (from.getConfigMapKeyRef() != null) {
            var key = from.getConfigMapKeyRef();
            var entries = existing(source.configMap(key.getName()), "configmap", key.getName(), key.getOptional());
            return entry(entries, key.getKey(), "ConfigMap", key.getName(), key.getOptional());
        }
        if (from.getSecretKeyRef() != null) {
            var key = from.getSecretKeyRef();
            var entries = existing(source.secret(key.getName()), "secret", key.getName(), key.getOptional());
            return entry(entries, key.getKey(), "Secret", key.getName(), key.getOptional());
        }
        return Optional.empty();
    }

    private Optional<String> entry(
            Map<String, byte[]> entries,
            String key,
            String kind,
            String name,
            @org.jspecify.annotations.Nullable Boolean optional)
            throws ConfigException {
        byte[] value = entries.get(key);
        if (value == null && !Boolean.TRUE.equals(optional)) {
            throw new ConfigException(
                    "couldn't find key %s in %s %s/%s".formatted(key, kind, source.namespace(), name));
        }
        return Optional.ofNullable(value).map(Variables::text);
    }

    private static String text(byte[] value) {
        return new String(value, StandardCharsets.UTF_8);
    }
}
