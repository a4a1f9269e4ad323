package com.nineminds.temporal.cluster.vault;

import com.nineminds.temporal.cluster.node.image.ImageProgram;
import com.nineminds.temporal.cluster.objects.GoDuration;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Stands in for Vault's image on a process node: what {@code vault agent} does in the containers that {@link VaultInjector} adds. It
 * writes the files that its configuration names; as an init container it then ends, as a sidecar it writes them again from time to
 * time. A secret that does not exist is asked for again with growing delays, and stops the agent with exit code 1 in the end; a
 * missing key that is to be an error does so at once. No value is ever logged.
 */
public final class VaultAgent implements ImageProgram {
    private static final int FAILED = 1;
    private static final Duration LONGEST_DELAY = Duration.ofMinutes(1);

    private final VaultSecrets secrets;
    private final int attempts;
    private final Duration firstDelay;

    private VaultAgent(VaultSecrets secrets, int attempts, Duration firstDelay) {
        this.secrets = secrets;
        this.attempts = attempts;
        this.firstDelay = firstDelay;
    }

    /** An agent with the real one's patience: about five minutes for a secret that does not exist. */
    public static VaultAgent of(VaultSecrets secrets) {
        return new VaultAgent(secrets, 12, Duration.ofMillis(250));
    }

    /**
     * An agent of another patience.
     *
     * @param otherAttempts to read a secret again before the agent gives up
     * @param otherFirstDelay before the first of them; it doubles up to a minute
     */
    public VaultAgent withRetries(int otherAttempts, Duration otherFirstDelay) {
        return new VaultAgent(secrets, otherAttempts, otherFirstDelay);
    }

    @Override
    public int run(Surroundings around) throws InterruptedException {
        AgentConfig config = AgentConfig.decode(around.env().getOrDefault(AgentConfig.VARIABLE, ""));
        around.log().accept("==> Vault Agent started! Log data will stream in below:");
        try {
            do {
                for (SecretFile file : config.templates()) {
                    write(file, around);
                }
            } while (!config.exitAfterAuth() && slept(config.renderInterval()));
            return 0;
        } catch (GivenUpException gaveUp) {
            around.log()
                    .accept("[ERROR] agent: runtime error encountered: error=\"template server: %s\""
                            .formatted(gaveUp.getMessage()));
            return FAILED;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static boolean slept(Duration interval) throws InterruptedException {
        Thread.sleep(interval.toMillis());
        return true;
    }

    private void write(SecretFile file, Surroundings around)
            throws GivenUpException, InterruptedException, IOException {
        Template template = Template.parse(file.contents());
        Map<String, Map<String, String>> found = new TreeMap<>();
        for (String path : template.paths()) {
            found.put(path, patientlyRead(path, around));
        }
        try {
            String contents = template.render(found, file.errorOnMissingKey());
            RenderedFile.write(around.file().apply(file.destination()), contents, file.permissions());
        } catch (MissingKeyException missing) {
            throw new GivenUpException("(dynamic): execute: template: :1: " + missing.getMessage());
        }
        around.log().accept("[INFO]  agent: (runner) rendered \"(dynamic)\" => \"%s\"".formatted(file.destination()));
    }

    private Map<String, String> patientlyRead(String path, Surroundings around)
            throws GivenUpException, InterruptedException {
        Duration delay = firstDelay;
        for (int attempt = 1; ; attempt++) {
            Optional<Map<String, String>> secret = secrets.read(path);
            if (secret.isPresent()) {
                return secret.get();
            }
            String missing = "vault.read(%s): no secret exists at %s".formatted(path, path);
            if (attempt > attempts) {
                throw new GivenUpException(missing + " (exceeded maximum retries)");
            }
            around.log()
                    .accept("[WARN]  agent: (view) %s (retry attempt %d after \"%s\")"
                            .formatted(missing, attempt, GoDuration.format(delay)));
            Thread.sleep(delay.toMillis());
            Duration doubled = delay.multipliedBy(2);
            delay = doubled.compareTo(LONGEST_DELAY) < 0 ? doubled : LONGEST_DELAY;
        }
    }

    private static final class GivenUpException extends Exception {
        private static final long serialVersionUID = 1L;

        GivenUpException(String why) {
            super(why);
        }
    }
}
