package com.nineminds.temporal.cluster.custom;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nineminds.temporal.cluster.error.Cause;
import com.nineminds.temporal.cluster.error.FieldPath;
import com.nineminds.temporal.cluster.json.Json;
import com.nineminds.temporal.cluster.schema.Definitions;
import com.nineminds.temporal.cluster.schema.ListKind;
import com.nineminds.temporal.cluster.schema.Schema;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Checks a value against a structural schema. What an update leaves as it was is not checked again, so that a schema can
 * become stricter without blocking changes elsewhere in an object (ratcheting).
 */
final class Validation {
    private final List<Cause> causes = new ArrayList<>();

    private Validation() {}

    /**
     * Returns what is wrong, nothing when all is well.
     *
     * @param old the value before the update, null on creation
     */
    static List<Cause> validate(JsonNode value, Schema schema, @Nullable JsonNode old) {
        return at(new Checked(value, schema, ""), old);
    }

    private static List<Cause> at(Checked checked, @Nullable JsonNode old) {
        Validation validation = new Validation();
        validation.value(checked, old);
        return List.copyOf(validation.causes);
    }

    private void value(Checked checked, @Nullable JsonNode old) {
        if (checked.value().equals(old)
                || (checked.value().isNull() && checked.schema().nullable())) {
            return;
        }
        if (!hasType(checked)) {
            ScalarChecks.enumeration(checked, causes::add);
            return;
        }
        ScalarChecks.check(checked, causes::add);
        combinations(checked);
        if (checked.value() instanceof ObjectNode object) {
            object(checked, object, old);
        } else if (checked.value() instanceof ArrayNode array) {
            array(checked, array, old);
        }
    }

    private boolean hasType(Checked checked) {
        JsonNode value = checked.value();
        Schema schema = checked.schema();
        boolean fits = switch (schema.intOrString() ? "int-or-string" : schema.type()) {
            case "int-or-string" -> value.isTextual() || isInteger(value);
            case "object" -> value.isObject();
            case "array" -> value.isArray();
            case "string" -> value.isTextual();
            case "integer" -> isInteger(value);
            case "number" -> value.isNumber();
            case "boolean" -> value.isBoolean();
            default -> true;
        };
        if (!fits) {
            String type = schema.intOrString() ? "integer,string" : schema.type();
            String message = "%s must be of type %s: \"%s\"".formatted(checked.inBody(), type, typeOf(value));
            causes.add(Cause.typeInvalid(checked.path(), Json.object().textNode(typeOf(value)), message));
        }
        return fits;
    }

    private void object(Checked checked, ObjectNode object, @Nullable JsonNode old) {
        for (String name : Json.texts(checked.schema().keyword("required"))) {
            if (!object.has(name)) {
                causes.add(Cause.required(FieldPath.field(checked.path(), name), ""));
            }
        }
        size(checked, object.size(), "Properties", "properties");
        for (var entry : object.properties()) {
            String name = entry.getKey();
            boolean root = checked.path().isEmpty() && name.equals("metadata");
            if (!root) {
                String path = FieldPath.field(checked.path(), name);
                value(
                        new Checked(entry.getValue(), checked.schema().field(name), path),
                        old == null ? null : old.get(name));
            }
        }
    }

    private void array(Checked checked, ArrayNode array, @Nullable JsonNode old) {
        size(checked, array.size(), "Items", "items");
        Correlation correlation = Correlation.of(checked.schema(), old);
        for (int i = 0; i < array.size(); i++) {
            Checked item = new Checked(array.get(i), checked.schema().item(), FieldPath.index(checked.path(), i));
            value(item, correlation.find(array.get(i)));
        }
        if (checked.schema().listKind() != ListKind.ATOMIC) {
            duplicates(checked, array);
        }
    }

    private void duplicates(Checked checked, ArrayNode array) {
        Set<JsonNode> seen = new HashSet<>();
        for (int i = 0; i < array.size(); i++) {
            JsonNode key = Correlation.key(checked.schema(), array.get(i));
            if (!seen.add(key)) {
                causes.add(Cause.duplicate(FieldPath.index(checked.path(), i), key));
            }
        }
    }

    private void size(Checked checked, int size, String keyword, String noun) {
        JsonNode most = checked.schema().keyword("max" + keyword);
        if (most.isNumber() && size > most.asInt()) {
            causes.add(Cause.tooMany(checked.path(), size, most.asInt()));
        }
        JsonNode least = checked.schema().keyword("min" + keyword);
        if (least.isNumber() && size < least.asInt()) {
            String message = "%s should have at least %d %s".formatted(checked.inBody(), least.asInt(), noun);
            causes.add(Cause.invalid(checked.path(), shown(Json.object().numberNode(size)), message));
        }
    }

    private void combinations(Checked checked) {
        for (ObjectNode part : Json.objects(checked.schema().keyword("allOf"))) {
            causes.addAll(at(with(checked, part), null));
        }
        choice(checked, "anyOf", Integer.MAX_VALUE);
        choice(checked, "oneOf", 1);
        if (checked.schema().keyword("not") instanceof ObjectNode not
                && at(with(checked, not), null).isEmpty()) {
            causes.add(Cause.invalid(
                    checked.path(), shown(checked.value()), checked.inBody() + " must not validate the schema (not)"));
        }
    }

    private void choice(Checked checked, String keyword, int most) {
        List<ObjectNode> parts = Json.objects(checked.schema().keyword(keyword));
        List<List<Cause>> outcomes =
                parts.stream().map(part -> at(with(checked, part), null)).toList();
        long fitting = outcomes.stream().filter(List::isEmpty).count();
        if (parts.isEmpty() || (fitting > 0 && fitting <= most)) {
            return;
        }
        String found = fitting == 0 ? "none valid" : fitting + " valid alternatives";
        String message = most == 1
                ? "\"%s\" must validate one and only one schema (oneOf). Found %s".formatted(checked.path(), found)
                : "\"%s\" must validate at least one schema (anyOf)".formatted(checked.path());
        causes.add(Cause.invalid(Cause.NOWHERE, Json.object().textNode(""), message));
        if (fitting == 0) {
            causes.addAll(outcomes.get(0));
        }
    }

    private static Checked with(Checked checked, ObjectNode part) {
        return new Checked(checked.value(), Definitions.plain(part), checked.path());
    }

    private static JsonNode shown(JsonNode value) {
        return value.isContainerNode() ? Json.object().textNode(typeOf(value)) : value;
    }

    private static boolean isInteger(JsonNode value) {
        return value.isNumber() && value.decimalValue().stripTrailingZeros().scale() <= 0;
    }

    private static String typeOf(JsonNode value) {
        return switch (value.getNodeType()) {
            case STRING -> "string";
            case NUMBER -> isInteger(value) ? "integer" : "number";
            case BOOLEAN -> "boolean";
            case ARRAY -> "array";
            case NULL -> "null";
            default -> "object";
        };
    }
}
