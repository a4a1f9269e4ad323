package com.nineminds.temporal.cluster.cel;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nineminds.temporal.cluster.error.Cause;
import com.nineminds.temporal.cluster.json.Json;
import com.nineminds.temporal.cluster.schema.Schema;
import dev.cel.bundle.Cel;
import dev.cel.common.CelErrorCode;
import dev.cel.common.CelValidationException;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime.Program;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One rule, compiled. */
final class CelRule {
    private static final Logger LOG = LoggerFactory.getLogger(CelRule.class);
    private static final Pattern OLD_SELF = Pattern.compile("\\boldSelf\\b");

    private final ObjectNode rule;
    private final Program program;
    private final Optional<Program> messageProgram;
    private final boolean optionalOldSelf;
    private final boolean transition;

    private CelRule(ObjectNode rule, Program program, Optional<Program> messageProgram) {
        this.rule = rule;
        this.program = program;
        this.messageProgram = messageProgram;
        this.optionalOldSelf = rule.path("optionalOldSelf").asBoolean();
        this.transition = OLD_SELF.matcher(Json.text(rule, "rule")).find();
    }

    /** Compiles a rule; empty, with a line in the log, when it uses what is not known here. */
    static Optional<CelRule> compile(ObjectNode rule, String path) {
        Cel cel = rule.path("optionalOldSelf").asBoolean() ? CelLanguage.OPTIONAL : CelLanguage.PLAIN;
        String message = Json.text(rule, "messageExpression");
        try {
            Program program = program(cel, Json.text(rule, "rule"));
            Optional<Program> messageProgram =
                    message.isEmpty() ? Optional.empty() : Optional.of(program(cel, message));
            return Optional.of(new CelRule(rule, program, messageProgram));
        } catch (CelValidationException | CelEvaluationException unknown) {
            skip(Json.text(rule, "rule"), path, unknown);
            return Optional.empty();
        }
    }

    private static Program program(Cel cel, String expression) throws CelValidationException, CelEvaluationException {
        return cel.createProgram(cel.compile(expression).getAst());
    }

    /** Whether the rule compares with the value before the update, and so is checked even when nothing changed. */
    boolean isTransition() {
        return transition;
    }

    /**
     * Returns what is wrong, empty when the rule holds or cannot be evaluated here.
     *
     * @param self the value as rules see it
     * @param old the value before the update as rules see it, null when there was none
     */
    Optional<Cause> check(Object self, @Nullable Object old, Place place) {
        if (transition && old == null && !optionalOldSelf) {
            return Optional.empty();
        }
        Map<String, Object> variables = new HashMap<>();
        variables.put("self", self);
        if (optionalOldSelf) {
            variables.put("oldSelf", Optional.ofNullable(old));
        } else if (old != null) {
            variables.put("oldSelf", old);
        }
        return evaluate(variables, place);
    }

    /** Where a rule stands. */
    record Place(String path, JsonNode value, Schema schema) {}

    private Optional<Cause> evaluate(Map<String, Object> variables, Place place) {
        String text = Json.text(rule, "rule");
        try {
            if (Boolean.TRUE.equals(program.eval(variables))) {
                return Optional.empty();
            }
            return Optional.of(violation(message(variables), place));
        } catch (CelEvaluationException failed) {
            if (failed.getErrorCode() == CelErrorCode.OVERLOAD_NOT_FOUND) {
                skip(text, place.path(), failed);
                return Optional.empty();
            }
            String message = Json.text(rule, "message");
            String why = "\"%s\": %s evaluating rule: %s"
                    .formatted(
                            place.schema().type(), EvaluationErrors.text(failed), message.isEmpty() ? text : message);
            return Optional.of(Cause.invalid(place.path(), why));
        }
    }

    private String message(Map<String, Object> variables) throws CelEvaluationException {
        if (messageProgram.isPresent() && messageProgram.get().eval(variables) instanceof String message) {
            return message;
        }
        String message = Json.text(rule, "message");
        return message.isEmpty() ? "failed rule: " + Json.text(rule, "rule").trim() : message;
    }

    private Cause violation(String message, Place place) {
        String path = place.path() + Json.text(rule, "fieldPath");
        path = path.startsWith(".") ? path.substring(1) : path;
        boolean container = place.value().isContainerNode();
        return switch (Json.text(rule, "reason")) {
            case "FieldValueRequired" -> Cause.required(path, message);
            case "FieldValueForbidden" -> Cause.forbidden(path, message);
            case "FieldValueDuplicate" -> Cause.duplicate(path, place.value());
            default -> container ? Cause.invalid(path, message) : Cause.invalid(path, place.value(), message);
        };
    }

    private static void skip(String rule, String path, Exception why) {
        LOG.atWarn()
                .addKeyValue("path", path)
                .addKeyValue("rule", rule)
                .addKeyValue(
                        "why",
                        String.valueOf(why.getMessage()).lines().findFirst().orElse(""))
                .log("a validation rule is not checked here; a real API server checks it");
    }
}
