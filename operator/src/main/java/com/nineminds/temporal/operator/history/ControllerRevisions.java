package com.nineminds.temporal.operator.history;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.nineminds.temporal.operator.decide.RevisionState;
import com.nineminds.temporal.operator.decide.Revisions;
import com.nineminds.temporal.operator.resources.Labels;
import com.nineminds.temporal.operator.resources.Names;
import com.nineminds.temporal.operator.resources.OwnerReferences;
import com.nineminds.temporal.operator.resources.WorkerRef;
import com.nineminds.temporal.operator.revision.RevisionData;
import io.fabric8.kubernetes.api.model.apps.ControllerRevision;
import io.fabric8.kubernetes.api.model.apps.ControllerRevisionBuilder;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** A revision as a ControllerRevision, and back. */
public final class ControllerRevisions {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private ControllerRevisions() {}

    public static ControllerRevision write(WorkerRef worker, RevisionState state, RevisionData data) {
        return new ControllerRevisionBuilder()
                .withNewMetadata()
                .withNamespace(worker.namespace())
                .withName(Names.ofRevision(worker, state.hash()))
                .withLabels(Labels.ofRevision(worker, state.hash()))
                .withAnnotations(RevisionAnnotations.write(state))
                .withOwnerReferences(OwnerReferences.controller(worker))
                .endMetadata()
                .withRevision(state.number())
                .withData(data.toJson())
                .build();
    }

    /** @throws IllegalArgumentException naming the object and the field that is missing */
    public static Records read(List<ControllerRevision> objects) {
        Map<String, RevisionState> states = new HashMap<>();
        Map<String, RevisionData> data = new HashMap<>();
        for (ControllerRevision object : objects) {
            String hash = hash(object);
            Map<String, String> annotations =
                    Objects.requireNonNullElse(object.getMetadata().getAnnotations(), Map.of());
            states.put(hash, RevisionAnnotations.read(hash, object.getRevision(), annotations));
            data.put(hash, data(object));
        }
        return new Records(Revisions.of(states.values()), data);
    }

    /** The same with its data as a text, which takes a fifth of a tree's memory. For a cache: no API server takes it so. */
    public static void keepDataAsText(ControllerRevision object) {
        if (object.getData() != null && !(object.getData() instanceof String)) {
            object.setData(MAPPER.valueToTree(object.getData()).toString());
        }
    }

    private static String hash(ControllerRevision object) {
        Map<String, String> labels =
                Objects.requireNonNullElse(object.getMetadata().getLabels(), Map.of());
        return labels.getOrDefault(Labels.REVISION, "");
    }

    private static RevisionData data(ControllerRevision object) {
        try {
            return RevisionData.fromJson(tree(object.getData()));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(object.getMetadata().getName() + ": " + e.getMessage(), e);
        }
    }

    private static JsonNode tree(Object data) {
        try {
            return data instanceof String text ? MAPPER.readTree(text) : MAPPER.convertValue(data, JsonNode.class);
        } catch (JsonProcessingException broken) {
            throw new IllegalArgumentException("data is no JSON", broken);
        }
    }
}
