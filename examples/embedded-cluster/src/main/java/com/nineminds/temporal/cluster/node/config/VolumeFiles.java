package com.nineminds.temporal.cluster.node.config;

import io.fabric8.kubernetes.api.model.DownwardAPIVolumeFile;
import io.fabric8.kubernetes.api.model.KeyToPath;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.VolumeProjection;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes the files of a pod's volumes, once, when the pod starts. */
public final class VolumeFiles {
    private final ConfigSource source;
    private final PodFields fields;

    public VolumeFiles(ConfigSource source, PodFields fields) {
        this.source = source;
        this.fields = fields;
    }

    /**
     * Makes {@code directory} hold the volume's files.
     *
     * @throws ConfigException when something that the volume refers to does not exist, or its type is not supported
     */
    public void write(Volume volume, Path directory) throws ConfigException {
        Map<String, byte[]> files = files(volume);
        try {
            Files.createDirectories(directory);
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                Path path = directory.resolve(file.getKey()).normalize();
                if (!path.startsWith(directory)) {
                    throw new ConfigException("path " + file.getKey() + " leaves the volume " + volume.getName());
                }
                Files.createDirectories(path.getParent());
                Files.write(path, file.getValue());
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private Map<String, byte[]> files(Volume volume) throws ConfigException {
        if (volume.getConfigMap() != null) {
            var map = volume.getConfigMap();
            return selected(configMap(map.getName(), map.getOptional()), map.getItems(), map.getOptional());
        }
        if (volume.getSecret() != null) {
            var secret = volume.getSecret();
            return selected(
                    secret(secret.getSecretName(), secret.getOptional()), secret.getItems(), secret.getOptional());
        }
        if (volume.getDownwardAPI() != null) {
            return downward(volume.getDownwardAPI().getItems());
        }
        if (volume.getProjected() != null) {
            Map<String, byte[]> files = new LinkedHashMap<>();
            for (VolumeProjection projection : volume.getProjected().getSources()) {
                files.putAll(files(projection));
            }
            return files;
        }
        if (volume.getEmptyDir() != null) {
            return Map.of();
        }
        throw new ConfigException("the type of volume \"" + volume.getName() + "\" is not supported by this node");
    }

    /** A ServiceAccount token is left out: nobody checks one here. */
    private Map<String, byte[]> files(VolumeProjection projection) throws ConfigException {
        if (projection.getConfigMap() != null) {
            var map = projection.getConfigMap();
            return selected(configMap(map.getName(), map.getOptional()), map.getItems(), map.getOptional());
        }
        if (projection.getSecret() != null) {
            var secret = projection.getSecret();
            return selected(secret(secret.getName(), secret.getOptional()), secret.getItems(), secret.getOptional());
        }
        return projection.getDownwardAPI() != null
                ? downward(projection.getDownwardAPI().getItems())
                : Map.of();
    }

    private Map<String, byte[]> configMap(String name, @Nullable Boolean optional) throws ConfigException {
        return Variables.existing(source.configMap(name), "configmap", name, optional);
    }

    private Map<String, byte[]> secret(String name, @Nullable Boolean optional) throws ConfigException {
        return Variables.existing(source.secret(name), "secret", name, optional);
    }

    private Map<String, byte[]> downward(List<DownwardAPIVolumeFile> items) throws ConfigException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        for (DownwardAPIVolumeFile item : items) {
            if (item.getFieldRef() != null) {
                files.put(
                        item.getPath(),
                        fields.value(item.getFieldRef().getFieldPath()).getBytes(StandardCharsets.UTF_8));
            }
        }
        return files;
    }

    private static Map<String, byte[]> selected(
            Map<String, byte[]> entries, @Nullable List<KeyToPath> items, @Nullable Boolean optional)
            throws ConfigException {
        if (items == null || items.isEmpty()) {
            return entries;
        }
        Map<String, byte[]> files = new LinkedHashMap<>();
        for (KeyToPath item : items) {
            byte[] value = entries.get(item.getKey());
            if (value != null) {
                files.put(item.getPath(), value);
            } else if (!Boolean.TRUE.equals(optional)) {
                throw new ConfigException("references non-existent config key: " + item.getKey());
            }
        }
        return files;
    }
}
