package com.nineminds.temporal.operator.resources;

import com.nineminds.temporal.api.v1alpha1.VaultFormat;
import com.nineminds.temporal.operator.spec.VaultSecret;
import com.nineminds.temporal.operator.spec.VaultSecrets;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Annotations for the Vault agent injector.
 *
 * <p>{@code files}: every variable is a file of its name in {@code /vault/secrets} that holds the value and nothing else, byte for
 * byte, so that quotes, {@code $} and line ends need no escaping and any language reads it. A file takes a template of its own: the
 * injector tells them apart by {@code <secret>} or, where a secret has several keys, {@code <secret>.1}, {@code <secret>.2} and so on
 * in the order of the variables.
 *
 * <p>{@code export}: a file {@code <secret>} with one {@code export VARIABLE="value"} per key, for entrypoints that source it. A
 * value with {@code "}, {@code $} or a backtick breaks it, or worse.
 *
 * <p>A key that the secret lacks stops the agent instead of writing {@code <no value>}; so the pod never becomes ready.
 */
public final class VaultAnnotations {
    /** Characters of a secret's name: with the longest prefix and the number of a key it fits the 63 of an annotation's name. */
    public static final int MAX_SECRET_NAME = 38;

    private static final String PREFIX = "vault.hashicorp.com/";

    /** The injector's own defaults ask for more CPU than a worker does, and would distort the autoscaler's percentage. */
    private static final Map<String, String> AGENT = Map.of(
            "agent-inject", "true",
            "agent-pre-populate", "true",
            "agent-init-first", "true",
            "agent-run-as-same-user", "true",
            "agent-service-account-token-volume-name", PodVolumes.VAULT_TOKEN,
            "agent-requests-cpu", "25m",
            "agent-requests-mem", "64Mi",
            "agent-limits-cpu", "250m",
            "agent-limits-mem", "128Mi");

    private VaultAnnotations() {}

    /** @throws IllegalArgumentException if a secret's name is too long for an annotation */
    public static SortedMap<String, String> of(VaultSecrets vault) {
        SortedMap<String, String> annotations = new TreeMap<>();
        AGENT.forEach((name, value) -> annotations.put(PREFIX + name, value));
        annotations.put(PREFIX + "role", vault.role());
        for (VaultSecret secret : vault.secrets()) {
            requireShortName(secret);
            if (vault.format() == VaultFormat.export) {
                put(annotations, secret.name(), secret.path(), VaultTemplates.export(secret));
            } else {
                files(annotations, secret);
            }
        }
        return annotations;
    }

    private static void files(SortedMap<String, String> annotations, VaultSecret secret) {
        int number = 0;
        for (Map.Entry<String, String> key : secret.keys().entrySet()) {
            number++;
            String id = secret.keys().size() == 1 ? secret.name() : secret.name() + "." + number;
            put(annotations, id, secret.path(), VaultTemplates.value(secret.path(), key.getValue()));
            annotations.put(PREFIX + "agent-inject-file-" + id, key.getKey());
        }
    }

    private static void put(SortedMap<String, String> annotations, String id, String path, String template) {
        annotations.put(PREFIX + "agent-inject-secret-" + id, path);
        annotations.put(PREFIX + "agent-inject-template-" + id, template);
        annotations.put(PREFIX + "error-on-missing-key-" + id, "true");
    }

    private static void requireShortName(VaultSecret secret) {
        if (secret.name().length() > MAX_SECRET_NAME) {
            throw new IllegalArgumentException("vault.secrets.name has more than " + MAX_SECRET_NAME
                    + " characters, too long for an annotation: shorten " + secret.name());
        }
    }
}
