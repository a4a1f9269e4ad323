package com.nineminds.temporal.operator.spec;

import com.nineminds.temporal.api.v1alpha1.VaultFormat;
import com.nineminds.temporal.api.v1alpha1.VaultSpec;
import java.util.List;
import java.util.Objects;

/** What the Vault agent writes into the pod. @param format default {@code files} */
public record VaultSecrets(String role, VaultFormat format, List<VaultSecret> secrets) {
    public VaultSecrets {
        secrets = List.copyOf(secrets);
    }

    static VaultSecrets of(VaultSpec spec) {
        return new VaultSecrets(
                spec.role(),
                Objects.requireNonNullElse(spec.format(), VaultFormat.files),
                spec.secrets().stream().map(VaultSecret::of).toList());
    }
}
