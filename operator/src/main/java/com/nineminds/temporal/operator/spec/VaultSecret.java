package com.nineminds.temporal.operator.spec;

import com.nineminds.temporal.api.v1alpha1.VaultSecretSpec;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/** A secret of the KV version 2 engine. @param keys from variable to the key inside the secret */
public record VaultSecret(String name, String path, SortedMap<String, String> keys) {
    public VaultSecret {
        keys = Collections.unmodifiableSortedMap(new TreeMap<>(keys));
    }

    static VaultSecret of(VaultSecretSpec spec) {
        return new VaultSecret(spec.name(), spec.path(), new TreeMap<>(spec.keys()));
    }
}
