package com.nineminds.temporal.cluster.cel;

import com.fasterxml.jackson.databind.JsonNode;
import com.nineminds.temporal.cluster.error.Cause;
import com.nineminds.temporal.cluster.error.FieldPath;
import com.nineminds.temporal.cluster.json.Json;
import com.nineminds.temporal.cluster.schema.ListKind;
import com.nineminds.temporal.cluster.schema.Schema;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The rules of a schema and of everything below it, compiled once. Branches without rules are left out. */
public final class CelRules {
    private static final String RULES = "x-kubernetes-validations";
    private static final int DEEPEST = 32;

    private final Schema schema;
    private final List<CelRule> rules;
    private final Map<String, CelRules> properties = new LinkedHashMap<>();
    private final Optional<CelRules> entries;
    private final Optional<CelRules> items;

    private CelRules(Schema schema, String path, int depth) {
        this.schema = schema;
        this.rules = Json.objects(schema.keyword(RULES)).stream()
                .flatMap(rule -> CelRule.compile(rule, path).stream())
                .toList();
        for (var declared : schema.properties()) {
            String name = declared.getKey();
            schema.property(name)
                    .flatMap(field -> below(field, FieldPath.field(path, name), depth))
                    .ifPresent(below -> properties.put(name, below));
        }
        this.entries = schema.additionalProperties().flatMap(entry -> below(entry, path + "[*]", depth));
        this.items = schema.items().flatMap(item -> below(item, path + "[*]", depth));
    }

    public static CelRules compile(Schema schema) {
        return new CelRules(schema, "", 0);
    }

    /**
     * Checks a whole object.
     *
     * @param old the object before the update, null on creation
     */
    public List<Cause> check(JsonNode object, @Nullable JsonNode old) {
        List<Cause> causes = new ArrayList<>();
        Object self = CelValues.ofResource(object, schema);
        Object before = old == null ? null : CelValues.ofResource(old, schema);
        run(self, before, new CelRule.Place("", object, schema), causes::add);
        descend(object, old, "", causes::add);
        return causes;
    }

    private void check(JsonNode value, @Nullable JsonNode old, String path, Consumer<Cause> report) {
        if (value.isNull()) {
            return;
        }
        if (!rules.isEmpty()) {
            Object before = old == null || old.isNull() ? null : CelValues.of(old, schema);
            run(CelValues.of(value, schema), before, new CelRule.Place(path, value, schema), report);
        }
        descend(value, old, path, report);
    }

    /** What an update leaves as it was is not held against it, unless the rule is about the change. */
    private void run(Object self, @Nullable Object old, CelRule.Place place, Consumer<Cause> report) {
        boolean unchanged = self.equals(old);
        for (CelRule rule : rules) {
            if (!unchanged || rule.isTransition()) {
                rule.check(self, old, place).ifPresent(report);
            }
        }
    }

    private void descend(JsonNode value, @Nullable JsonNode old, String path, Consumer<Cause> report) {
        properties.forEach((name, below) -> {
            if (value.has(name)) {
                below.check(value.get(name), field(old, name), FieldPath.field(path, name), report);
            }
        });
        entries.ifPresent(below -> value.properties().stream()
                .filter(entry -> !schema.declares(entry.getKey()))
                .forEach(entry -> below.check(
                        entry.getValue(), field(old, entry.getKey()), FieldPath.key(path, entry.getKey()), report)));
        items.ifPresent(below -> {
            for (int i = 0; i < value.size(); i++) {
                below.check(value.get(i), oldItem(old, value.get(i)), FieldPath.index(path, i), report);
            }
        });
    }

    private @Nullable JsonNode oldItem(@Nullable JsonNode old, JsonNode item) {
        if (old == null || schema.listKind() != ListKind.MAP) {
            return null;
        }
        return Json.items(old)
                .filter(before -> schema.listKeys().stream()
                        .allMatch(key -> before.path(key).equals(item.path(key))))
                .findFirst()
                .orElse(null);
    }

    private static @Nullable JsonNode field(@Nullable JsonNode old, String name) {
        return old == null ? null : old.get(name);
    }

    private static Optional<CelRules> below(Schema schema, String path, int depth) {
        if (depth > DEEPEST) {
            return Optional.empty();
        }
        CelRules rules = new CelRules(schema, path, depth + 1);
        return rules.isEmpty() ? Optional.empty() : Optional.of(rules);
    }

    /** Whether there is no rule anywhere. */
    public boolean isEmpty() {
        return rules.isEmpty() && properties.isEmpty() && entries.isEmpty() && items.isEmpty();
    }
}
