package com.nineminds.temporal.worker.runtime.config;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;

/** PEM text in a file or in a secret. It is read again each time, so what has been rotated is found; it is shown to nobody. */
public final class PemSource {

    private final String variable;
    private final Supplier<String> text;

    private PemSource(String variable, Supplier<String> text) {
        this.variable = variable;
        this.text = text;
    }

    /** The file that a variable names. */
    static PemSource file(String variable, Path file) {
        return new PemSource(variable, () -> read(file));
    }

    static PemSource secret(Secret secret) {
        return new PemSource(secret.name(), secret);
    }

    /** What names it in messages. */
    public String variable() {
        return variable;
    }

    /**
     * The text of now.
     *
     * @throws IllegalArgumentException with a message that continues the variable's name, when there is none
     */
    public String read() {
        return text.get();
    }

    @Override
    public String toString() {
        return variable;
    }

    private static String read(Path file) {
        try {
            // Whatever is beside the PEM blocks may be text of any kind.
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException unreadable) {
            throw new IllegalArgumentException(
                    "is " + file + ", which cannot be read ("
                            + unreadable.getClass().getSimpleName()
                            + "): mount the file there, readable by this process",
                    unreadable);
        }
    }
}
