package com.nineminds.temporal.cluster.node.image;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Fills {@code ${name}} and {@code ${name:argument}} in the strings of an {@link ImageCommand}; unknown names stay. */
public final class Placeholders {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([a-z.]+)(?::([^}]*))?}");

    private final Map<String, UnaryOperator<String>> values;

    /** @param values what stands for a name, given its argument (empty without one) */
    public Placeholders(Map<String, UnaryOperator<String>> values) {
        this.values = Map.copyOf(values);
    }

    public String fill(String text) {
        return PLACEHOLDER
                .matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(value(found.group(), found.group(1), found.group(2))));
    }

    public List<String> fill(List<String> texts) {
        return texts.stream().map(this::fill).toList();
    }

    public Map<String, String> fill(Map<String, String> texts) {
        Map<String, String> filled = new TreeMap<>();
        texts.forEach((name, text) -> filled.put(name, fill(text)));
        return filled;
    }

    private String value(String whole, String name, @org.jspecify.annotations.Nullable String argument) {
        UnaryOperator<String> value = values.get(name);
        return value == null ? whole : value.apply(argument == null ? "" : argument);
    }
}
