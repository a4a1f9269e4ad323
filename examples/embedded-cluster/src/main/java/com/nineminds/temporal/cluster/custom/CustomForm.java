package com.nineminds.temporal.cluster.custom;

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
    private final Schema schema;
    private final Set<String> outsideGeneration;
    private final Supplier<CelRules> rules;

    CustomForm(Schema schema, boolean statusSubresource) {
        this.schema = schema;
        this.outsideGeneration = statusSubresource ? Set.of("metadata", "status") : Set.of("metadata");
        this.rules = Once.of(() -> CelRules.compile(schema));
    }

    @Override
    public Read read(ObjectNode object) {
        ObjectNode copy = object.deepCopy();
        List<String> unknown = new ArrayList<>(Pruning.prune(copy, schema));
        Json.objectAt(copy, "metadata").ifPresent(metadata -> {
            Decoding.Decoded decoded = Decoding.decode(metadata, schema.field("metadata"));
            decoded.unknown().forEach(field -> unknown.add("metadata." + field));
            copy.set("metadata", decoded.object());
        });
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
        List<Cause> causes = Validation.validate(object, schema, current.orElse(null));
        return causes.isEmpty() ? rules.get().check(object, current.orElse(null)) : causes;
    }

    private ObjectNode desired(ObjectNode object) {
        ObjectNode desired = Json.object();
        desired.setAll(object);
        return desired.remove(outsideGeneration);
    }
}
