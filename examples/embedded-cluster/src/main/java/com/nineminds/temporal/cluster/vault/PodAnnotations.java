package com.nineminds.temporal.cluster.vault;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nineminds.temporal.cluster.json.Json;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The annotations of a pod that are meant for the injector, without their prefix. */
final class PodAnnotations {
    static final String PREFIX = "vault.hashicorp.com/";

    private static final Set<String> TRUE = Set.of("1", "t", "T", "TRUE", "true", "True");
    private static final Set<String> FALSE = Set.of("0", "f", "F", "FALSE", "false", "False", "");

    /** What the real injector knows and what would change the files or the pod in ways that this one cannot follow. */
    private static final List<String> UNSUPPORTED = List.of(
            "agent-cache-enable",
            "agent-configmap",
            "agent-copy-volume-mounts",
            "agent-extra-secret",
            "agent-init-json-patch",
            "agent-inject-command-",
            "agent-inject-default-template",
            "agent-inject-template-file-",
            "agent-inject-token",
            "agent-json-patch",
            "agent-share-process-namespace",
            "agent-template-left-delim-",
            "agent-template-right-delim-",
            "tls-secret");

    private final Map<String, String> values = new TreeMap<>();

    PodAnnotations(ObjectNode pod) {
        Json.objectAt(pod, "metadata", "annotations")
                .ifPresent(all -> all.properties().stream()
                        .filter(entry -> entry.getKey().startsWith(PREFIX))
                        .forEach(entry -> values.put(
                                entry.getKey().substring(PREFIX.length()),
                                entry.getValue().asText())));
    }

    /** @throws InjectionException naming an annotation that the real injector follows and this one does not */
    void refuseUnsupported() {
        values.forEach((name, value) -> {
            boolean off = value.isEmpty() || value.equals("false");
            if (!off && UNSUPPORTED.stream().anyMatch(name::startsWith)) {
                throw new InjectionException("annotation " + PREFIX + name
                        + " is not supported by this cluster: remove it, or try the pod on a cluster with a Vault");
            }
        });
    }

    String text(String name, String absent) {
        return values.getOrDefault(name, absent);
    }

    /** @throws InjectionException when the value is no boolean */
    boolean flag(String name, boolean absent) {
        String value = values.get(name);
        if (value == null) {
            return absent;
        }
        if (!TRUE.contains(value) && !FALSE.contains(value)) {
            throw new InjectionException("annotation %s%s: \"%s\" is no boolean".formatted(PREFIX, name, value));
        }
        return TRUE.contains(value);
    }

    /** @throws InjectionException when the value is no number */
    long number(String name, long absent) {
        try {
            return Long.parseLong(values.getOrDefault(name, String.valueOf(absent)));
        } catch (NumberFormatException wrong) {
            throw new InjectionException(
                    "annotation %s%s: \"%s\" is no number".formatted(PREFIX, name, values.get(name)));
        }
    }

    /** What follows {@code prefix-} in the names of annotations that have a value, sorted. */
    Set<String> suffixes(String prefix) {
        Set<String> suffixes = new TreeSet<>();
        values.forEach((name, value) -> {
            if (name.startsWith(prefix + "-") && !value.isBlank()) {
                suffixes.add(name.substring(prefix.length() + 1));
            }
        });
        suffixes.remove("");
        return suffixes;
    }
}
