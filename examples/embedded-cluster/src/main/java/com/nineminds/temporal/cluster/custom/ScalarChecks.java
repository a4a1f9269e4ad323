package com.nineminds.temporal.cluster.custom;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.re2j.Pattern;
import com.nineminds.temporal.cluster.error.Cause;
import com.nineminds.temporal.cluster.json.Json;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** What a schema can ask of texts and numbers. */
final class ScalarChecks {
    private static final Map<String, Pattern> PATTERNS = new ConcurrentHashMap<>();

    private ScalarChecks() {}

    static void check(Checked checked, Consumer<Cause> report) {
        enumeration(checked, report);
        if (checked.value().isTextual()) {
            text(checked, report);
        }
        if (checked.value().isNumber()) {
            number(checked, report);
        }
    }

    static void enumeration(Checked checked, Consumer<Cause> report) {
        JsonNode allowed = checked.schema().keyword("enum");
        if (!allowed.isArray()) {
            return;
        }
        boolean found = false;
        for (JsonNode one : allowed) {
            found |= one.equals(checked.value());
        }
        if (!found) {
            List<String> names = Json.items(allowed).map(JsonNode::asText).toList();
            report.accept(Cause.notSupported(checked.path(), checked.value(), names));
        }
    }

    private static void text(Checked checked, Consumer<Cause> report) {
        String text = checked.value().asText();
        int length = text.codePointCount(0, text.length());
        JsonNode most = checked.schema().keyword("maxLength");
        if (most.isNumber() && length > most.asInt()) {
            report.accept(Cause.tooLong(checked.path(), most.asInt()));
        }
        JsonNode least = checked.schema().keyword("minLength");
        if (least.isNumber() && length < least.asInt()) {
            String message = "%s should be at least %d chars long".formatted(checked.inBody(), least.asInt());
            report.accept(Cause.invalid(checked.path(), checked.value(), message));
        }
        JsonNode pattern = checked.schema().keyword("pattern");
        if (pattern.isTextual() && !matches(pattern.asText(), text)) {
            String message = "%s should match '%s'".formatted(checked.inBody(), pattern.asText());
            report.accept(Cause.invalid(checked.path(), checked.value(), message));
        }
        if (!Formats.fits(checked.schema().format(), text)) {
            String message = "%s must be of type %s: \"%s\""
                    .formatted(checked.inBody(), checked.schema().format(), text);
            report.accept(Cause.typeInvalid(checked.path(), checked.value(), message));
        }
    }

    private static void number(Checked checked, Consumer<Cause> report) {
        BigDecimal number = checked.value().decimalValue();
        bound(checked, number, "minimum", report);
        bound(checked, number, "maximum", report);
        JsonNode factor = checked.schema().keyword("multipleOf");
        if (factor.isNumber() && number.remainder(factor.decimalValue()).signum() != 0) {
            String message = "%s should be a multiple of %s".formatted(checked.inBody(), factor);
            report.accept(Cause.invalid(checked.path(), checked.value(), message));
        }
    }

    private static void bound(Checked checked, BigDecimal number, String keyword, Consumer<Cause> report) {
        JsonNode bound = checked.schema().keyword(keyword);
        if (!bound.isNumber()) {
            return;
        }
        boolean minimum = keyword.equals("minimum");
        boolean exclusive = checked.schema()
                .keyword(minimum ? "exclusiveMinimum" : "exclusiveMaximum")
                .asBoolean();
        int order = number.compareTo(bound.decimalValue()) * (minimum ? 1 : -1);
        if (order < 0 || (order == 0 && exclusive)) {
            String relation = (minimum ? "greater than" : "less than") + (exclusive ? "" : " or equal to");
            String message = "%s should be %s %s".formatted(checked.inBody(), relation, bound);
            report.accept(Cause.invalid(checked.path(), checked.value(), message));
        }
    }

    /** Finds a pattern anywhere in a text, in the dialect of Go. */
    static boolean matches(String pattern, String text) {
        return PATTERNS.computeIfAbsent(pattern, Pattern::compile).matcher(text).find();
    }
}
