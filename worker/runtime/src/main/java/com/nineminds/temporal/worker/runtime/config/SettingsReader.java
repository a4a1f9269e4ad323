package com.nineminds.temporal.worker.runtime.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Reads settings one by one and collects what is wrong with them on the way, so that all of it is told at once. A reader that has found
 * problems returns stand-ins; nothing is made of them, since {@link #finish()} throws.
 */
public final class SettingsReader {

    private final List<ConfigProblem> problems = new ArrayList<>();
    private final Settings settings;
    private final SecretSource secrets;

    /** Reads the environment and the files of {@code CONFIG_DIR} and {@code SECRETS_DIR}. */
    public SettingsReader(Map<String, String> environment) {
        this(environment, Map.of());
    }

    /** The same; {@code defaults} apply where neither has a value. */
    public SettingsReader(Map<String, String> environment, Map<String, String> defaults) {
        this.settings = Settings.read(environment, defaults, problems);
        this.secrets = new SecretSource(
                environment,
                optional("SECRETS_DIR", Optional.empty(), text -> Optional.of(SecretSource.directory(text))));
    }

    /** All settings as they are. */
    public Settings settings() {
        return settings;
    }

    SecretSource secrets() {
        return secrets;
    }

    /** Adds a problem that no single value has. */
    public void problem(String variable, String remedy) {
        var problem = new ConfigProblem(variable, remedy);
        // A setting may be read more than once.
        if (!problems.contains(problem)) {
            problems.add(problem);
        }
    }

    /** @param parse throws {@link IllegalArgumentException}, see {@link Parsers} */
    public <T> T optional(String variable, T otherwise, Function<String, T> parse) {
        try {
            return settings.get(variable).map(parse).orElse(otherwise);
        } catch (IllegalArgumentException wrong) {
            problem(variable, String.valueOf(wrong.getMessage()));
            return otherwise;
        }
    }

    /**
     * @param what completes "is not set: give …"
     * @param standIn returned when there is a problem
     */
    public <T> T required(String variable, String what, T standIn, Function<String, T> parse) {
        if (settings.get(variable).isEmpty()) {
            problem(variable, "is not set: give " + what);
        }
        return optional(variable, standIn, parse);
    }

    /** A secret that must be there and be good enough; see {@link Secret} for where it comes from. */
    public Secret secret(String name, SecretRule rule) {
        Secret secret = secrets.find(name);
        check(secret, rule, "is not set: give it in the environment or as a file of SECRETS_DIR");
        return secret;
    }

    /** A secret that, if it is there, must be good enough. */
    public Optional<Secret> optionalSecret(String name, SecretRule rule) {
        Secret secret = secrets.find(name);
        if (!secret.isSet()) {
            if (settings.get(name).isPresent()) {
                problem(
                        name,
                        "is in CONFIG_DIR, where no secret is looked for: move it to SECRETS_DIR or the environment");
            }
            return Optional.empty();
        }
        check(secret, rule, "");
        return Optional.of(secret);
    }

    /** @throws InvalidConfigException with every problem that was found, not only the first */
    public void finish() {
        if (!problems.isEmpty()) {
            throw new InvalidConfigException(problems);
        }
    }

    private void check(Secret secret, SecretRule rule, String missing) {
        if (secret.isSet()) {
            rule.problem(secret.reveal()).ifPresent(remedy -> problem(secret.name(), remedy));
        } else {
            problem(secret.name(), missing);
        }
    }
}
