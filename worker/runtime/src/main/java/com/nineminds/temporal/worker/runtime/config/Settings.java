package com.nineminds.temporal.worker.runtime.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Named values from the environment and, for names that it leaves unset or blank, from the files of the directory named by {@code
 * CONFIG_DIR}: one file per name, its text the value, as a ConfigMap is mounted. Read once; a revision's configuration does not change.
 */
public final class Settings {

    private final Map<String, String> values;

    private Settings(Map<String, String> values) {
        this.values = Map.copyOf(values);
    }

    /** Reads the directory. What cannot be read is added to {@code problems}. */
    static Settings read(Map<String, String> environment, Map<String, String> defaults, List<ConfigProblem> problems) {
        var values = new HashMap<>(defaults);
        Optional.ofNullable(environment.get("CONFIG_DIR"))
                .filter(Predicate.not(String::isBlank))
                .ifPresent(directory -> readFiles(Path.of(directory), values, problems));
        environment.forEach((name, value) -> {
            if (!value.isBlank()) {
                values.put(name, value.strip());
            }
        });
        return new Settings(values);
    }

    /** The value without surrounding white space; empty when it is set nowhere or blank. */
    public Optional<String> get(String name) {
        return Optional.ofNullable(values.get(name));
    }

    private static void readFiles(Path directory, Map<String, String> values, List<ConfigProblem> problems) {
        if (!Files.isDirectory(directory)) {
            problems.add(new ConfigProblem(
                    "CONFIG_DIR",
                    "is " + directory + ", which is no directory: mount the ConfigMap there or unset it"));
            return;
        }
        try (var files = Files.list(directory)) {
            // Kubernetes keeps the data of a mount in hidden folders and links each key to it.
            for (Path file : files.filter(Settings::isKey).toList()) {
                String value = Files.readString(file).strip();
                if (!value.isEmpty()) {
                    values.put(file.getFileName().toString(), value);
                }
            }
        } catch (IOException unreadable) {
            problems.add(new ConfigProblem(
                    "CONFIG_DIR",
                    "cannot be read (" + unreadable + "): its files must be UTF-8 text readable by this process"));
        }
    }

    private static boolean isKey(Path file) {
        return !file.getFileName().toString().startsWith(".") && Files.isRegularFile(file);
    }
}
