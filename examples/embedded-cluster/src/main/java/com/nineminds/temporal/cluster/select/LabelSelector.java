package com.nineminds.temporal.cluster.select;

import com.fasterxml.jackson.databind.JsonNode;
import com.nineminds.temporal.cluster.error.ApiException;
import com.nineminds.temporal.cluster.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Label selectors, as the query parameter writes them and as objects hold them. Both select among labels (an object of texts). */
public final class LabelSelector {
    private static final Pattern SET = Pattern.compile("\\s*([^\\s!=,()]+)\\s+(in|notin)\\s*\\(([^)]*)\\)\\s*");
    private static final Pattern EQUAL = Pattern.compile("\\s*([^\\s!=,()]+)\\s*(==|=|!=)\\s*([^\\s!=,()]*)\\s*");
    private static final Pattern ORDER = Pattern.compile("\\s*([^\\s!=,()<>]+)\\s*([<>])\\s*(-?\\d{1,18})\\s*");
    private static final Pattern WHOLE = Pattern.compile("-?\\d{1,18}");
    private static final Pattern EXISTS = Pattern.compile("\\s*(!?)\\s*([^\\s!=,()]+)\\s*");

    private LabelSelector() {}

    /** Reads {@code a=b,c!=d,e in (f,g),h,!i}. An empty text selects everything. */
    public static Predicate<JsonNode> parse(String text) {
        Predicate<JsonNode> all = labels -> true;
        for (String part : split(text)) {
            all = all.and(requirement(part));
        }
        return all;
    }

    /** Reads {@code matchLabels} and {@code matchExpressions}. An empty selector selects everything. */
    public static Predicate<JsonNode> of(JsonNode selector) {
        Predicate<JsonNode> all = labels -> true;
        for (var entry : selector.path("matchLabels").properties()) {
            all = all.and(in(entry.getKey(), List.of(entry.getValue().asText())));
        }
        for (var expression : Json.objects(selector, "matchExpressions")) {
            all = all.and(expression(
                    Json.text(expression, "key"), Json.text(expression, "operator"), Json.texts(expression, "values")));
        }
        return all;
    }

    /** The selector of an object as the query parameter writes it, sorted by key. */
    public static String text(JsonNode selector) {
        SortedMap<String, String> requirements = new TreeMap<>();
        selector.path("matchLabels")
                .properties()
                .forEach(label -> requirements.put(
                        label.getKey(), label.getKey() + "=" + label.getValue().asText()));
        for (var expression : Json.objects(selector, "matchExpressions")) {
            String key = Json.text(expression, "key");
            String values =
                    Json.texts(expression, "values").stream().sorted().collect(Collectors.joining(",", "(", ")"));
            String text = switch (Json.text(expression, "operator")) {
                case "In" -> key + " in " + values;
                case "NotIn" -> key + " notin " + values;
                case "DoesNotExist" -> "!" + key;
                default -> key;
            };
            requirements.merge(key, text, (one, other) -> one + "," + other);
        }
        return String.join(",", requirements.values());
    }

    private static Predicate<JsonNode> expression(String key, String operator, List<String> values) {
        return switch (operator) {
            case "In" -> in(key, values);
            case "NotIn" -> in(key, values).negate();
            case "Exists" -> labels -> labels.has(key);
            case "DoesNotExist" -> labels -> !labels.has(key);
            default -> throw ApiException.badRequest("\"" + operator + "\" is not a valid label selector operator");
        };
    }

    private static Predicate<JsonNode> requirement(String part) {
        Matcher set = SET.matcher(part);
        if (set.matches()) {
            var in = in(set.group(1), List.of(set.group(3).trim().split("\\s*,\\s*", -1)));
            return set.group(2).equals("in") ? in : in.negate();
        }
        Matcher equal = EQUAL.matcher(part);
        if (equal.matches()) {
            var in = in(equal.group(1), List.of(equal.group(3)));
            return equal.group(2).equals("!=") ? in.negate() : in;
        }
        Matcher order = ORDER.matcher(part);
        if (order.matches()) {
            return order(order.group(1), order.group(2).equals(">"), Long.parseLong(order.group(3)));
        }
        Matcher exists = EXISTS.matcher(part);
        if (exists.matches()) {
            String key = exists.group(2);
            return labels -> labels.has(key) == exists.group(1).isEmpty();
        }
        throw ApiException.badRequest("unable to parse requirement: found '" + part + "'");
    }

    /** Labels that are no whole numbers are neither greater nor less. */
    private static Predicate<JsonNode> order(String key, boolean greater, long bound) {
        return labels -> {
            String value = labels.path(key).asText();
            return WHOLE.matcher(value).matches()
                    && (greater ? Long.parseLong(value) > bound : Long.parseLong(value) < bound);
        };
    }

    private static Predicate<JsonNode> in(String key, List<String> values) {
        return labels -> labels.has(key) && values.contains(labels.path(key).asText());
    }

    /** Splits at commas outside parentheses. */
    private static List<String> split(String text) {
        List<String> parts = new ArrayList<>();
        int depth = 0;
        int start = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            if (c == ',' && depth == 0) {
                parts.add(text.substring(start, i));
                start = i + 1;
            }
        }
        parts.add(text.substring(start));
        parts.removeIf(String::isBlank);
        return parts;
    }
}
