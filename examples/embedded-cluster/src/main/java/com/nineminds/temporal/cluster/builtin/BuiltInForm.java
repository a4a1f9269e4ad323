package com.nineminds.temporal.cluster.builtin;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nineminds.temporal.cluster.error.Cause;
import com.nineminds.temporal.cluster.json.Json;
import com.nineminds.temporal.cluster.kind.Form;
import com.nineminds.temporal.cluster.schema.Decoding;
import com.nineminds.temporal.cluster.schema.Schema;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** One of Kubernetes' own kinds. */
final class BuiltInForm implements Form {
    private static final Set<String> WITH_GENERATION = Set.of(
            "pods",
            "deployments.apps",
            "replicasets.apps",
            "poddisruptionbudgets.policy",
            "networkpolicies.networking.k8s.io",
            "customresourcedefinitions.apiextensions.k8s.io");

    private final String storage;
    private final Schema schema;
    private final ClusterAddresses addresses;

    BuiltInForm(String storage, Schema schema, ClusterAddresses addresses) {
        this.storage = storage;
        this.schema = schema;
        this.addresses = addresses;
    }

    @Override
    public Read read(ObjectNode object) {
        Decoding.Decoded decoded = Decoding.decode(object, schema);
        KindDefaults.apply(storage, decoded.object());
        return new Read(decoded.object(), decoded.unknown());
    }

    @Override
    public ObjectNode blank() {
        return Decoding.decode(Json.object(), schema).object();
    }

    @Override
    public boolean countsGenerations() {
        return WITH_GENERATION.contains(storage);
    }

    @Override
    public boolean generationDiffers(ObjectNode current, ObjectNode next) {
        boolean annotations = storage.equals("deployments.apps")
                && !Json.at(current, "metadata", "annotations").equals(Json.at(next, "metadata", "annotations"));
        return annotations || !current.path("spec").equals(next.path("spec"));
    }

    @Override
    public void creating(ObjectNode object) {
        Creation.apply(storage, object, addresses);
    }

    @Override
    public void deleting(ObjectNode object) {
        switch (storage) {
            case "namespaces" -> Json.child(object, "status").put("phase", "Terminating");
            case "customresourcedefinitions.apiextensions.k8s.io" -> DefinitionStatus.terminate(object);
            default -> {
                // Nothing to say.
            }
        }
    }

    @Override
    public void updating(ObjectNode next, ObjectNode current, String subresource) {
        Creation.carryOver(storage, next, current, addresses);
    }

    @Override
    public List<Cause> validate(ObjectNode object, Optional<ObjectNode> current, String subresource) {
        if (subresource.equals("binding")) {
            return List.of();
        }
        if (subresource.equals("status")) {
            return StatusValidation.validate(storage, object);
        }
        return KindValidation.validate(storage, object, current);
    }
}
