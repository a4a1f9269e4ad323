package com.nineminds.temporal.cluster.custom;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nineminds.temporal.cluster.cel.CelRules;
import com.nineminds.temporal.cluster.error.Cause;
import com.nineminds.temporal.cluster.json.Json;
import com.nineminds.temporal.cluster.kind.Form;
import com.nineminds.temporal.cluster.schema.Decoding;
import com.nineminds.temporal.cluster.schema.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** A kind that a CustomResourceDefinition defines. */
final class CustomForm implements Form {
    /** Rules cannot be relied on where a schema was violated in one of these ways. */
    private static final Set<String> BLOCKING = Set.of(
            "FieldValueNotSupported",
            "FieldValueRequired",
            "FieldValueTooLong",
            "FieldValueTooMany",
            "FieldValueTypeInvalid");

    private static final String NOT_CHECKED =
            "some validation rules were not checked because the object was invalid; correct the existing errors to complete validation";

    private final Schema schema;
    private final Set<String> outsideGeneration;
    private final Supplier<CelRules> rules;
    private final ScalePaths scale;

    /** @param version of the definition, with its subresources */
    CustomForm(Schema schema, ObjectNode version) {
        boolean statusSubresource = version.path("subresources").has("status");
        this.schema = schema;
        this.scale = ScalePaths.of(version);
        this.outsideGeneration = statusSubresource ? Set.of("metadata", "status") : Set.of("metadata");
        this.rules = Once.of(() -> CelRules.compile(schema));
    }

    @Override
    public Read read(ObjectNode object) {
        ObjectNode copy = object.deepCopy();
        List<String> pruned = Pruning.prune(copy, schema);
        List<String> unknown = new ArrayList<>();
        Json.objectAt(copy, "metadata").ifPresent(metadata -> {
            Decoding.Decoded decoded = Decoding.decode(metadata, schema.field("metadata"));
            decoded.unknown().forEach(field -> unknown.add("metadata." + field));
            copy.set("metadata", decoded.object());
        });
        pruned.stream().sorted().forEach(unknown::add);
        Defaulting.apply(copy, schema);
        return new Read(copy, unknown);
    }

    @Override
    public ObjectNode blank() {
        return Json.object();
    }

    @Override
    public boolean countsGenerations() {
        return true;
    }

    @Override
    public boolean generationDiffers(ObjectNode current, ObjectNode next) {
        return !desired(current).equals(desired(next));
    }

    @Override
    public void creating(ObjectNode object) {
        // The schema says it all.
    }

    @Override
    public void updating(ObjectNode next, ObjectNode current, String subresource) {
        // The schema says it all.
    }

    @Override
    public List<Cause> validate(ObjectNode object, Optional<ObjectNode> current, String subresource) {
        JsonNode before = current.orElse(null);
        List<Cause> causes = new ArrayList<>(Validation.validate(object, schema, before));
        CelRules compiled = rules.get();
        if (causes.stream().noneMatch(cause -> BLOCKING.contains(cause.reason()))) {
            causes.addAll(compiled.check(object, before));
        } else if (!compiled.isEmpty()) {
            causes.add(Cause.invalid(Cause.NOWHERE, NullNode.getInstance(), NOT_CHECKED));
        }
        causes.addAll(scale.check(object));
        return causes;
    }

    private ObjectNode desired(ObjectNode object) {
        ObjectNode desired = Json.object();
        desired.setAll(object);
        return desired.remove(outsideGeneration);
    }
}
