package com.nineminds.temporal.worker.runtime.config;

import java.util.Optional;
import java.util.Set;

/** What makes a secret good enough. The problem it tells never quotes the secret. */
public record SecretRule(int minLength) {

    /** Left over from charts and code that shipped with them. */
    private static final Set<String> PLACEHOLDERS = Set.of(
            "change-me-in-production", "changeme", "change-me", "temp-secret", "defaultKey", "secret", "password");

    /** Any text that is no well-known placeholder. */
    public static SecretRule any() {
        return new SecretRule(1);
    }

    public static SecretRule atLeast(int characters) {
        return new SecretRule(characters);
    }

    Optional<String> problem(String value) {
        if (PLACEHOLDERS.contains(value)) {
            return Optional.of("is a well-known placeholder: give a secret");
        }
        return value.length() < minLength
                ? Optional.of("has fewer than " + minLength + " characters: give a longer secret")
                : Optional.empty();
    }
}
