package com.nineminds.temporal.cluster.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nineminds.temporal.cluster.json.Json;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A schema with its references followed. The site is where the schema is used (it has the default and the
 * description), the body is what it refers to; without a reference both are the same.
 */
public final class Schema {
    /** Says nothing: every value fits. */
    public static final Schema UNKNOWN =
            new Schema(Json.object().put("x-kubernetes-preserve-unknown-fields", true), Json.object(), "", null);

    private final ObjectNode site;
    private final ObjectNode body;
    private final String name;
    private final @Nullable Definitions definitions;
    private final Map<String, Schema> children = new ConcurrentHashMap<>();
    private final Set<String> omittedWhenZero;

    Schema(ObjectNode site, ObjectNode body, String name, @Nullable Definitions definitions) {
        this.site = site;
        this.body = body;
        this.name = name;
        this.definitions = definitions;
        this.omittedWhenZero = Json.texts(body, "x-omit-zero").stream().collect(Collectors.toUnmodifiableSet());
    }

    /** The schema of a declared property. */
    public Optional<Schema> property(String property) {
        return child("." + property, body.path("properties").path(property));
    }

    public boolean declares(String property) {
        return body.path("properties").has(property);
    }

    /** The declared properties in their order. */
    public Iterable<Map.Entry<String, JsonNode>> properties() {
        return body.path("properties").properties();
    }

    public boolean declaresNothing() {
        return !body.has("properties") && !body.has("additionalProperties");
    }

    /** The schema of the values of a map. */
    public Optional<Schema> additionalProperties() {
        return child("+", body.path("additionalProperties"));
    }

    /** The schema of the items of a list. */
    public Optional<Schema> items() {
        return child("*", body.path("items"));
    }

    /** The schema of a field, declared or not; {@link #UNKNOWN} when the schema does not know the field. */
    public Schema field(String field) {
        return property(field).or(this::additionalProperties).orElse(UNKNOWN);
    }

    /** The schema of the items; {@link #UNKNOWN} when the schema does not say. */
    public Schema item() {
        return items().orElse(UNKNOWN);
    }

    /** object, array, string, integer, number or boolean; empty when any of several may stand. */
    public String type() {
        return Json.text(body, "type");
    }

    public String format() {
        return Json.text(body, "format");
    }

    /** Name of the definition that is referred to, empty without a reference. */
    public String name() {
        return name;
    }

    public Optional<JsonNode> defaultValue() {
        return Optional.ofNullable(site.get("default")).filter(value -> !value.isNull());
    }

    /** Whether Kubernetes leaves a field out of its JSON when it is empty, zero or false. */
    public boolean omitsZero(String field) {
        return omittedWhenZero.contains(field);
    }

    public boolean preservesUnknown() {
        return flag("x-kubernetes-preserve-unknown-fields");
    }

    public boolean embedsResource() {
        return flag("x-kubernetes-embedded-resource");
    }

    public boolean intOrString() {
        return flag("x-kubernetes-int-or-string") || format().equals("int-or-string");
    }

    public boolean quantity() {
        return name.endsWith(".resource.Quantity");
    }

    public boolean nullable() {
        return flag("nullable");
    }

    public ListKind listKind() {
        return switch (keyword("x-kubernetes-list-type").asText("")) {
            case "map" -> ListKind.MAP;
            case "set" -> ListKind.SET;
            default -> ListKind.ATOMIC;
        };
    }

    /** The fields that tell the items of a {@link ListKind#MAP} list apart. */
    public List<String> listKeys() {
        return keyword("x-kubernetes-list-map-keys").isArray()
                ? Json.texts(site.has("x-kubernetes-list-map-keys") ? site : body, "x-kubernetes-list-map-keys")
                : List.of();
    }

    /** Whether an object is owned as a whole. */
    public boolean atomicObject() {
        return keyword("x-kubernetes-map-type").asText("").equals("atomic")
                || (declaresNothing() && type().equals("object") && !preservesUnknown() && !embedsResource());
    }

    /** The field by which a strategic merge patch tells items apart, empty when it replaces the list. */
    public String patchMergeKey() {
        return keyword("x-kubernetes-patch-merge-key").asText("");
    }

    public boolean patchStrategy(String strategy) {
        return List.of(keyword("x-kubernetes-patch-strategy").asText("").split(","))
                .contains(strategy);
    }

    /** A keyword, of the site before that of the body; missing when neither has it. */
    public JsonNode keyword(String keyword) {
        return site.has(keyword) ? site.path(keyword) : body.path(keyword);
    }

    /** The schema as it is written, references not followed. */
    public ObjectNode source() {
        return site;
    }

    private boolean flag(String keyword) {
        return keyword(keyword).asBoolean();
    }

    private Optional<Schema> child(String key, JsonNode node) {
        return node instanceof ObjectNode object
                ? Optional.of(children.computeIfAbsent(key, unseen -> Definitions.schemaAt(object, definitions)))
                : Optional.empty();
    }
}
