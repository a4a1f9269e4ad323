package com.nineminds.temporal.cluster.vault;

import com.fasterxml.jackson.databind.JsonNode;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What a Vault server would hold, by the path that a template names. Says nothing of its values when it is printed. */
@FunctionalInterface
public interface VaultSecrets {
    /** The keys and values at a path such as {@code secret/data/app/mail}; empty when there is no secret. */
    Optional<Map<String, String>> read(String path);

    static VaultSecrets of(Map<String, Map<String, String>> secrets) {
        Map<String, Map<String, String>> copy = Map.copyOf(secrets);
        return path -> Optional.ofNullable(copy.get(path));
    }

    /**
     * Reads YAML that maps a path to its keys, and a key to its value, always a text. The file is read again for every secret, so
     * that a value that is changed in it reaches the pods with the agent's next rendering.
     *
     * @throws UncheckedIOException when the file cannot be read
     * @throws IllegalArgumentException naming the path and key whose entry is wrong
     */
    static VaultSecrets file(Path file) {
        load(file);
        return path -> Optional.ofNullable(load(file).get(path));
    }

    private static Map<String, Map<String, String>> load(Path file) {
        try {
            return parse(Files.readString(file));
        } catch (IOException unreadable) {
            throw new UncheckedIOException("secrets of Vault: " + file + " cannot be read", unreadable);
        }
    }

    private static Map<String, Map<String, String>> parse(String yaml) {
        Map<String, Map<String, String>> secrets = new TreeMap<>();
        for (Map.Entry<String, JsonNode> secret : tree(yaml).properties()) {
            if (!secret.getValue().isObject()) {
                throw new IllegalArgumentException(
                        "secrets of Vault: %s: give keys with their values".formatted(secret.getKey()));
            }
            secrets.put(secret.getKey(), entries(secret.getKey(), secret.getValue()));
        }
        return secrets;
    }

    /** Without the parser's own message, which quotes the text. */
    private static JsonNode tree(String yaml) {
        JsonNode tree;
        try {
            tree = Serialization.unmarshal(yaml, JsonNode.class);
        } catch (RuntimeException malformed) {
            tree = null;
        }
        if (tree == null || !tree.isObject()) {
            throw new IllegalArgumentException("secrets of Vault: give YAML that maps a path to its keys and values");
        }
        return tree;
    }

    private static Map<String, String> entries(String path, JsonNode keys) {
        Map<String, String> entries = new TreeMap<>();
        for (Map.Entry<String, JsonNode> key : keys.properties()) {
            if (!key.getValue().isTextual()) {
                throw new IllegalArgumentException(
                        "secrets of Vault: %s: %s: give a text, in quotes if it looks like something else"
                                .formatted(path, key.getKey()));
            }
            entries.put(key.getKey(), key.getValue().asText());
        }
        return entries;
    }
}
