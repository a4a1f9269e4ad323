package com.nineminds.temporal.cluster.vault;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A template of the Vault agent, in a small part of its language: <code>{{ with secret "path" }}</code> …
 * <code>{{ end }}</code>, and between them <code>{{ .Data.data.key }}</code> and
 * <code>{{ index .Data.data "key" }}</code>, each with or without trimming.
 *
 * @param paths of all secrets that the template needs, sorted
 */
record Template(List<Part> parts, Set<String> paths) {
    /** What a template prints where there is no value and it was not told to stop. */
    static final String NO_VALUE = "<no value>";

    /** A piece of the result. */
    sealed interface Part permits Text, Key {}

    /** Printed as it is. */
    record Text(String text) implements Part {}

    /**
     * A value of a secret.
     *
     * @param strict false for {@code index}, which prints {@link #NO_VALUE} for a missing key whatever the agent was told
     */
    record Key(String path, String key, boolean strict) implements Part {}

    Template {
        parts = List.copyOf(parts);
    }

    /**
     * Reads a template.
     *
     * @throws IllegalArgumentException naming what is not supported
     */
    static Template parse(String text) {
        return new TemplateParser(text).parse();
    }

    /**
     * Fills in the values.
     *
     * @param secrets those of {@link #paths}, by path
     * @throws MissingKeyException when a secret has no such key and this is to be an error
     */
    String render(Map<String, Map<String, String>> secrets, boolean errorOnMissingKey) throws MissingKeyException {
        StringBuilder result = new StringBuilder();
        for (Part part : parts) {
            if (part instanceof Key key) {
                result.append(value(key, secrets.getOrDefault(key.path(), Map.of()), errorOnMissingKey));
            } else if (part instanceof Text text) {
                result.append(text.text());
            }
        }
        return result.toString();
    }

    private static String value(Key key, Map<String, String> secret, boolean errorOnMissingKey)
            throws MissingKeyException {
        String value = secret.get(key.key());
        if (value == null && errorOnMissingKey && key.strict()) {
            throw new MissingKeyException(key.key());
        }
        return value == null ? NO_VALUE : value;
    }
}
