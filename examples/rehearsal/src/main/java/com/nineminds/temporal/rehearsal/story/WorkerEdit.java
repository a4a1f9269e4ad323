package com.nineminds.temporal.rehearsal.story;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nineminds.temporal.api.v1alpha1.RolloutSpec;
import com.nineminds.temporal.api.v1alpha1.TemporalWorker;
import io.fabric8.kubernetes.client.utils.Serialization;

/** A copy of a worker with a line or two changed. */
public final class WorkerEdit {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final ObjectNode worker;

    private WorkerEdit(ObjectNode worker) {
        this.worker = worker;
    }

    public static WorkerEdit of(TemporalWorker worker) {
        return new WorkerEdit((ObjectNode) read(Serialization.asJson(worker)));
    }

    public WorkerEdit image(String image) {
        spec().put("image", image);
        return this;
    }

    public WorkerEdit config(String key, String value) {
        spec().withObject("/config").put(key, value);
        return this;
    }

    public WorkerEdit rollout(RolloutSpec rollout) {
        spec().set("rollout", read(Serialization.asJson(rollout)));
        return this;
    }

    public WorkerEdit without(String field) {
        spec().remove(field);
        return this;
    }

    public TemporalWorker done() {
        return Serialization.unmarshal(worker.toString(), TemporalWorker.class);
    }

    private ObjectNode spec() {
        return worker.withObject("/spec");
    }

    private static JsonNode read(String json) {
        try {
            return JSON.readTree(json);
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new IllegalStateException("a worker that was read cannot be copied", e);
        }
    }
}
