package com.nineminds.temporal.cluster.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.nineminds.temporal.cluster.error.FieldPath;
import java.util.Locale;

/**
 * A place in an object that is decoded into Go types.
 *
 * @param path with indices and keys of maps
 * @param goPath the fields of types alone
 * @param type that has the field, without its package
 */
record GoField(String path, String goPath, String type) {
    static final GoField ROOT = new GoField("", "", "");

    /** A field of a type, or the entry of a map. */
    GoField field(Schema parent, String name) {
        String at = FieldPath.field(path, name);
        return parent.declares(name)
                ? new GoField(at, FieldPath.field(goPath, name), shortName(parent.name()))
                : new GoField(at, goPath, type);
    }

    GoField item(int index) {
        return new GoField(FieldPath.index(path, index), goPath, type);
    }

    DecodingException refuse(JsonNode found, Schema wanted) {
        String kind = found.isBoolean() ? "bool" : found.getNodeType().name().toLowerCase(Locale.ROOT);
        String struct = type.isEmpty() ? "" : type + ".";
        return new DecodingException("json: cannot unmarshal %s into Go struct field %s%s of type %s"
                .formatted(kind, struct, goPath, goType(wanted)));
    }

    private static String goType(Schema schema) {
        return switch (schema.type()) {
            case "array" -> "[]" + goType(schema.item());
            case "integer" -> schema.format().isEmpty() ? "int" : schema.format();
            case "number" -> "float64";
            case "boolean" -> "bool";
            case "object" ->
                schema.additionalProperties()
                        .map(value -> "map[string]" + goType(value))
                        .orElseGet(() -> packaged(schema.name()));
            default -> "string";
        };
    }

    /** {@code v1.DeploymentSpec} of {@code io.k8s.api.apps.v1.DeploymentSpec}. */
    private static String packaged(String name) {
        String owner = name.substring(0, Math.max(0, name.lastIndexOf('.')));
        return shortName(owner) + "." + shortName(name);
    }

    private static String shortName(String name) {
        return name.substring(name.lastIndexOf('.') + 1);
    }
}
