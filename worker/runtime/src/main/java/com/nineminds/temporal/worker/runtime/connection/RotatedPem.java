package com.nineminds.temporal.worker.runtime.connection;

import com.nineminds.temporal.worker.runtime.config.PemSource;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** PEM that belongs together and is taken into use as a whole, again whenever it has changed. What cannot be used leaves the old in force. */
final class RotatedPem {

    /** Takes texts into use, in the order of their sources; {@link IllegalArgumentException} if they cannot be. */
    interface Use {
        void of(List<String> texts) throws GeneralSecurityException, IOException;
    }

    private static final Logger LOG = LoggerFactory.getLogger(RotatedPem.class);

    private final List<PemSource> sources;
    private final Use use;
    private List<String> inForce;
    private String lastProblem = "";

    private RotatedPem(List<PemSource> sources, Use use, List<String> inForce) {
        this.sources = sources;
        this.use = use;
        this.inForce = inForce;
    }

    /** Takes what there is now into use. */
    static RotatedPem load(List<PemSource> sources, Use use) {
        List<String> texts = sources.stream().map(PemSource::read).toList();
        try {
            use.of(texts);
        } catch (GeneralSecurityException | IOException refused) {
            throw new IllegalArgumentException(refused);
        }
        return new RotatedPem(List.copyOf(sources), use, texts);
    }

    synchronized void refresh() {
        try {
            List<String> texts = sources.stream().map(PemSource::read).toList();
            if (!texts.equals(inForce)) {
                use.of(texts);
                inForce = texts;
                LOG.info("{}: rotated, new connections use what is there now", names());
            }
            lastProblem = "";
        } catch (IllegalArgumentException | GeneralSecurityException | IOException broken) {
            keep(String.valueOf(broken.getMessage()));
        }
    }

    /** Said once, not at every connection. */
    private void keep(String problem) {
        if (!problem.equals(lastProblem)) {
            LOG.warn("{}: what is there now cannot be used, so the old stays in force: {}", names(), problem);
            lastProblem = problem;
        }
    }

    private String names() {
        return sources.stream().map(PemSource::variable).collect(Collectors.joining(", "));
    }
}
