package com.nineminds.temporal.cluster.select;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nineminds.temporal.cluster.error.ApiException;
import com.nineminds.temporal.cluster.json.Json;
import java.util.Set;
import java.util.function.Predicate;

/** Field selectors: {@code metadata.name=x,status.phase!=Running}. Each resource supports few fields. */
public final class FieldSelector {
    private FieldSelector() {}

    /**
     * Reads a selector.
     *
     * @param supported dotted paths that the resource can select by
     */
    public static Predicate<ObjectNode> parse(String text, Set<String> supported) {
        Predicate<ObjectNode> all = object -> true;
        for (String part : text.split(",")) {
            if (!part.isBlank()) {
                all = all.and(term(part.trim(), supported));
            }
        }
        return all;
    }

    private static Predicate<ObjectNode> term(String term, Set<String> supported) {
        int operator = term.indexOf('=');
        if (operator <= 0) {
            throw ApiException.badRequest("invalid selector: '" + term + "'; can't understand '" + term + "'");
        }
        boolean negated = term.charAt(operator - 1) == '!';
        String field = term.substring(0, negated ? operator - 1 : operator).trim();
        String value = term.substring(operator + 1).replaceFirst("^=", "").trim();
        if (!supported.contains(field)) {
            throw ApiException.badRequest("field label not supported: " + field);
        }
        String[] path = field.split("\\.");
        return object -> Json.text(object, path).equals(value) != negated;
    }
}
