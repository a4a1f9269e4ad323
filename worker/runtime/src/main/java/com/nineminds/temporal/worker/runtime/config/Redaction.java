package com.nineminds.temporal.worker.runtime.config;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Takes secrets out of text that is about to be shown. The last line of defence: nothing should put them there. */
public final class Redaction {

    /** A shorter value would take words out of every sentence. */
    private static final int SHORTEST = 6;

    private static final String MASK = "***";

    private final List<Secret> secrets = new CopyOnWriteArrayList<>();

    void add(Secret secret) {
        secrets.add(secret);
    }

    /** The text with every known secret masked, as it is or as JSON writes it. */
    public String apply(String text) {
        String shown = text;
        for (Secret secret : secrets) {
            String value = secret.lastRead().orElse("");
            if (value.length() >= SHORTEST) {
                shown = shown.replace(value, MASK)
                        .replace(String.valueOf(JsonStringEncoder.getInstance().quoteAsString(value)), MASK);
            }
        }
        return shown;
    }
}
