package com.nineminds.temporal.cluster.builtin;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nineminds.temporal.cluster.cel.RuleSyntax;
import com.nineminds.temporal.cluster.error.Cause;
import com.nineminds.temporal.cluster.error.FieldPath;
import com.nineminds.temporal.cluster.json.Json;
import java.util.List;

/** Checks the schemas of CustomResourceDefinitions: every value has a type, and every rule can be read. */
final class SchemaValidation {
    private static final String RULES = "x-kubernetes-validations";

    private final List<Cause> causes;

    SchemaValidation(List<Cause> causes) {
        this.causes = causes;
    }

    void validate(ObjectNode schema, String path) {
        type(schema, path);
        rules(schema, path);
        for (var property : schema.path("properties").properties()) {
            String at = FieldPath.key(FieldPath.field(path, "properties"), property.getKey());
            Json.objectAt(schema, "properties", property.getKey()).ifPresent(field -> validate(field, at));
        }
        for (String below : List.of("items", "additionalProperties")) {
            Json.objectAt(schema, below).ifPresent(field -> validate(field, FieldPath.field(path, below)));
        }
    }

    private void type(ObjectNode schema, String path) {
        boolean free = schema.path("x-kubernetes-int-or-string").asBoolean()
                || schema.path("x-kubernetes-preserve-unknown-fields").asBoolean();
        if (Json.text(schema, "type").isEmpty() && !free) {
            String where = path.endsWith("items") ? "array items" : "object fields";
            causes.add(Cause.required(FieldPath.field(path, "type"), "must not be empty for specified " + where));
        }
    }

    private void rules(ObjectNode schema, String path) {
        List<ObjectNode> rules = Json.objects(schema, RULES);
        for (int i = 0; i < rules.size(); i++) {
            String at = FieldPath.field(FieldPath.index(FieldPath.field(path, RULES), i), "rule");
            String rule = Json.text(rules.get(i), "rule");
            if (rule.isBlank()) {
                causes.add(Cause.required(at, "rule is not specified"));
                continue;
            }
            ObjectNode shown = rules.get(i);
            RuleSyntax.check(rule).ifPresent(why -> causes.add(Cause.invalid(at, shown, why)));
        }
    }
}
