package com.nineminds.temporal.worker.runtime.config;

import java.util.Optional;
import java.util.function.Supplier;

/**
 * A value that is shown to nobody. It comes from the environment or else from a file of {@code SECRETS_DIR} named like it (or like it in
 * lower case), as the Vault agent writes them and Secrets are mounted. A file is read again each time, so a rotated secret is in force
 * at once; while it cannot be read the last value stays.
 */
public final class Secret implements Supplier<String> {

    private final String name;
    private final Supplier<Optional<String>> source;
    private volatile Optional<String> last = Optional.empty();

    Secret(String name, Supplier<Optional<String>> source) {
        this.name = name;
        this.source = source;
    }

    /** A fixed one, for tests and defaults. */
    public static Secret of(String name, String value) {
        return new Secret(name, () -> Optional.of(value));
    }

    public String name() {
        return name;
    }

    public boolean isSet() {
        return current().isPresent();
    }

    /** The value of now. */
    public String reveal() {
        return current().orElseThrow(() -> new IllegalStateException("secret " + name + " is not set"));
    }

    /** The same as {@link #reveal()}. */
    @Override
    public String get() {
        return reveal();
    }

    @Override
    public String toString() {
        return name + "=***";
    }

    /** The value that was last read, without reading it again. */
    Optional<String> lastRead() {
        return last;
    }

    private Optional<String> current() {
        Optional<String> now = source.get();
        if (now.isPresent()) {
            last = now;
        }
        return last;
    }
}
