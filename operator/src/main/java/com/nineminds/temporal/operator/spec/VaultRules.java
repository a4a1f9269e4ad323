package com.nineminds.temporal.operator.spec;

import static com.nineminds.temporal.operator.spec.Findings.present;

import com.nineminds.temporal.api.v1alpha1.Patterns;
import com.nineminds.temporal.api.v1alpha1.Rules;
import com.nineminds.temporal.api.v1alpha1.TemporalWorkerSpec;
import com.nineminds.temporal.api.v1alpha1.VaultSecretSpec;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What the Vault agent injector is asked for: {@code vault}. */
final class VaultRules {
    private static final String SECRETS = "spec.vault.secrets";
    private static final int NAME_LENGTH = 253;

    private VaultRules() {}

    static void check(TemporalWorkerSpec spec, Findings findings) {
        var vault = spec.vault();
        if (vault == null) {
            return;
        }
        findings.unlessMatches(vault.role(), Patterns.VAULT_ROLE, "spec.vault.role", Rules.VAULT_ROLE);
        findings.unless(
                !"default".equals(spec.serviceAccountName()), "spec.serviceAccountName", Rules.VAULT_SERVICE_ACCOUNT);
        if (vault.secrets() != null) {
            checkSecrets(vault.secrets(), findings);
            findings.unlessUnique(variables(spec), SECRETS, Rules.VAULT_VARIABLES_UNIQUE);
        }
    }

    /** The variables of all secrets, one for each time it is mapped. */
    static List<String> variables(TemporalWorkerSpec spec) {
        return spec.vault() == null
                ? List.of()
                : present(spec.vault().secrets()).stream()
                        .flatMap(secret -> present(secret.keys()).keySet().stream())
                        .toList();
    }

    private static void checkSecrets(List<VaultSecretSpec> secrets, Findings findings) {
        findings.unless(!secrets.isEmpty(), SECRETS, Rules.VAULT_SECRETS_EMPTY);
        for (int i = 0; i < secrets.size(); i++) {
            if (secrets.get(i) != null) {
                checkSecret(secrets.get(i), SECRETS + "[" + i + "]", findings);
            }
        }
        var names = present(secrets).stream()
                .map(VaultSecretSpec::name)
                .filter(Objects::nonNull)
                .toList();
        findings.unlessUnique(names, SECRETS, Rules.VAULT_NAMES_UNIQUE);
    }

    private static void checkSecret(VaultSecretSpec secret, String path, Findings findings) {
        findings.unlessMatches(secret.name(), Patterns.DNS_LABEL, path + ".name", Rules.VAULT_NAME);
        findings.unless(secret.path() == null || isDataPath(secret.path()), path + ".path", Rules.VAULT_PATH);
        if (secret.keys() != null) {
            checkKeys(secret.keys(), path + ".keys", findings);
        }
    }

    private static boolean isDataPath(String path) {
        return Regex.finds(Patterns.VAULT_PATH, path) && !path.contains("..");
    }

    private static void checkKeys(Map<String, String> keys, String path, Findings findings) {
        findings.unless(!keys.isEmpty(), path, Rules.VAULT_KEYS_EMPTY);
        findings.unless(
                keys.entrySet().stream().allMatch(entry -> isMapping(entry.getKey(), entry.getValue())),
                path,
                Rules.VAULT_VARIABLE);
        findings.unless(keys.keySet().stream().noneMatch(VariableRules::isReserved), path, Rules.VARIABLE_RESERVED);
    }

    private static boolean isMapping(String variable, @Nullable String key) {
        return variable.length() <= NAME_LENGTH
                && Regex.finds(Patterns.SHELL_VARIABLE, variable)
                && (key == null || Regex.finds(Patterns.VAULT_KEY, key));
    }
}
