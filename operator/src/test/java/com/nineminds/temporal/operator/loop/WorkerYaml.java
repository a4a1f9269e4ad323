package com.nineminds.temporal.operator.loop;

import com.nineminds.temporal.api.v1alpha1.TemporalWorker;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** A worker as a user writes it, with short durations; a story changes a line at a time. */
public final class WorkerYaml {
    private final Map<String, String> lines = new LinkedHashMap<>();

    public static WorkerYaml image(String tag) {
        WorkerYaml yaml = new WorkerYaml();
        yaml.lines.put("image", "registry.example/mail:" + tag);
        yaml.lines.put("temporal", "{address: 'temporal.example:7233', taskQueues: [mail]}");
        yaml.lines.put("scaling", "{replicas: 4}");
        yaml.lines.put("rollout.steps", "[{share: 25, hold: 1s}, {share: 50, hold: 1s}]");
        yaml.lines.put("rollout.deadline", "10m");
        yaml.lines.put("rollout.bake", "1s");
        yaml.lines.put("rollout.gates", "[{name: pollers, type: Pollers, interval: 1s}]");
        return yaml;
    }

    public WorkerYaml with(String field, String value) {
        lines.put(field, value);
        return this;
    }

    WorkerYaml without(String field) {
        lines.remove(field);
        return this;
    }

    /** Pods of this revision behave as the simulated node's annotation says. */
    WorkerYaml simulate(String how) {
        return with("podTemplate", "{metadata: {annotations: {simulate: " + how + "}}}");
    }

    public TemporalWorker build(String namespace) {
        String top = lines.entrySet().stream()
                .filter(line -> !line.getKey().startsWith("rollout."))
                .map(line -> "  " + line.getKey() + ": " + line.getValue() + "\n")
                .collect(Collectors.joining());
        String rollout = lines.entrySet().stream()
                .filter(line -> line.getKey().startsWith("rollout."))
                .map(line -> "    " + line.getKey().substring("rollout.".length()) + ": " + line.getValue() + "\n")
                .collect(Collectors.joining());
        return Serialization.unmarshal(
                "apiVersion: temporal.nineminds.com/v1alpha1\nkind: TemporalWorker\nmetadata:\n  name: " + Story.NAME
                        + "\n  namespace: " + namespace + "\nspec:\n" + top + "  rollout:\n" + rollout,
                TemporalWorker.class);
    }
}
