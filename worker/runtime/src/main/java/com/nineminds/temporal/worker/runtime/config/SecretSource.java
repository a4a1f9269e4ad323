package com.nineminds.temporal.worker.runtime.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Where secrets are looked for. */
final class SecretSource {

    private final Map<String, String> environment;
    private final Optional<Path> directory;
    private final Redaction redaction = new Redaction();

    SecretSource(Map<String, String> environment, Optional<Path> directory) {
        this.environment = Map.copyOf(environment);
        this.directory = directory;
    }

    static Path directory(String text) {
        Path directory = Path.of(text);
        if (!Files.isDirectory(directory)) {
            throw new IllegalArgumentException(
                    "is " + text + ", which is no directory: check that the Vault agent runs in this pod, or unset it");
        }
        return directory;
    }

    Optional<Path> directory() {
        return directory;
    }

    Secret find(String name) {
        Optional<String> fixed =
                Optional.ofNullable(environment.get(name)).map(String::strip).filter(Predicate.not(String::isEmpty));
        var secret = new Secret(name, fixed.isPresent() ? () -> fixed : () -> readFile(name));
        redaction.add(secret);
        return secret;
    }

    Redaction redaction() {
        return redaction;
    }

    private Optional<String> readFile(String name) {
        return directory.stream()
                .flatMap(folder -> Stream.of(folder.resolve(name), folder.resolve(name.toLowerCase(Locale.ROOT))))
                .flatMap(file -> read(file).stream())
                .findFirst();
    }

    private static Optional<String> read(Path file) {
        try {
            return Optional.of(Files.readString(file).strip()).filter(Predicate.not(String::isEmpty));
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }
}
