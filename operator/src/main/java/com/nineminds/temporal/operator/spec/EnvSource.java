package com.nineminds.temporal.operator.spec;

import io.fabric8.kubernetes.api.model.ConfigMapKeySelector;
import io.fabric8.kubernetes.api.model.EnvVarSource;
import io.fabric8.kubernetes.api.model.ObjectFieldSelector;
import io.fabric8.kubernetes.api.model.ResourceFieldSelector;
import io.fabric8.kubernetes.api.model.SecretKeySelector;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Where the value of a variable comes from.
 *
 * @param kind {@code secretKeyRef}, {@code configMapKeyRef}, {@code fieldRef} or {@code resourceFieldRef}
 * @param fields of that reference as Kubernetes names them
 */
public record EnvSource(String kind, SortedMap<String, Object> fields) {
    public EnvSource {
        fields = Collections.unmodifiableSortedMap(new TreeMap<>(fields));
    }

    static Optional<EnvSource> of(EnvVarSource from) {
        return Optional.ofNullable(from.getSecretKeyRef())
                .map(EnvSource::secret)
                .or(() -> Optional.ofNullable(from.getConfigMapKeyRef()).map(EnvSource::configMap))
                .or(() -> Optional.ofNullable(from.getFieldRef()).map(EnvSource::field))
                .or(() -> Optional.ofNullable(from.getResourceFieldRef()).map(EnvSource::resource));
    }

    private static EnvSource secret(SecretKeySelector ref) {
        return key("secretKeyRef", ref.getName(), ref.getKey(), ref.getOptional());
    }

    private static EnvSource configMap(ConfigMapKeySelector ref) {
        return key("configMapKeyRef", ref.getName(), ref.getKey(), ref.getOptional());
    }

    private static EnvSource key(String kind, String name, String key, @Nullable Boolean optional) {
        SortedMap<String, Object> fields = new TreeMap<>();
        fields.put("name", name);
        fields.put("key", key);
        if (Boolean.TRUE.equals(optional)) {
            fields.put("optional", true);
        }
        return new EnvSource(kind, fields);
    }

    private static EnvSource field(ObjectFieldSelector ref) {
        SortedMap<String, Object> fields = new TreeMap<>();
        fields.put("fieldPath", ref.getFieldPath());
        if (ref.getApiVersion() != null && !ref.getApiVersion().equals("v1")) {
            fields.put("apiVersion", ref.getApiVersion());
        }
        return new EnvSource("fieldRef", fields);
    }

    private static EnvSource resource(ResourceFieldSelector ref) {
        SortedMap<String, Object> fields = new TreeMap<>();
        fields.put("resource", ref.getResource());
        if (ref.getContainerName() != null) {
            fields.put("containerName", ref.getContainerName());
        }
        if (ref.getDivisor() != null) {
            fields.put("divisor", CanonicalQuantity.of(ref.getDivisor().toString()));
        }
        return new EnvSource("resourceFieldRef", fields);
    }
}
