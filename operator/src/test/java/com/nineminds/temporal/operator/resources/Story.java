package com.nineminds.temporal.operator.resources;

import com.nineminds.temporal.api.v1alpha1.TemporalWorker;
import com.nineminds.temporal.operator.revision.RevisionData;
import com.nineminds.temporal.operator.spec.EffectiveSpec;
import com.nineminds.temporal.operator.spec.Scaling;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** A worker and the children that it gets while its first revision serves alone. */
record Story(Path folder, WorkerRef worker, EffectiveSpec spec, RevisionData revision) {
    static final Path EXAMPLE = Path.of("../examples/temporal-worker.yaml");

    private static final Path STORIES = Path.of("src/test/resources/golden");
    private static final String UID = "0c7a3b52-6d3e-4b1e-9d5c-2f1f4f9a8e11";

    /** Every folder under {@code golden}; the one named {@code example} has the file that users copy for its input. */
    static List<Story> all() {
        try (Stream<Path> folders = Files.list(STORIES)) {
            return folders.sorted().map(Story::in).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Story named(String name) {
        return in(STORIES.resolve(name));
    }

    private static Story in(Path folder) {
        Path input = folder.endsWith("example") ? EXAMPLE : folder.resolve("in-temporalworker.yaml");
        TemporalWorker object = Golden.read(input, TemporalWorker.class);
        WorkerRef worker = new WorkerRef(
                object.getMetadata().getNamespace(), object.getMetadata().getName(), UID);
        EffectiveSpec spec = EffectiveSpec.of(worker.name(), object.getSpec());
        return new Story(folder, worker, spec, RevisionRenderer.render(worker, spec));
    }

    String hash() {
        return revision.hash();
    }

    Map<String, Object> children() {
        Map<String, Object> children = new TreeMap<>();
        children.put(
                "serviceaccount",
                ServiceAccountResource.desired(worker, spec.pod().serviceAccountName()));
        children.put("configmap", ConfigMapResource.desired(worker, hash(), revision));
        children.put("deployment", DeploymentResource.desired(worker, hash(), revision));
        children.put("service", ServiceResource.desired(worker, spec.pod().healthPort()));
        children.put(
                "poddisruptionbudget",
                PodDisruptionBudgetResource.desired(
                        worker,
                        new TreeSet<>(List.of(hash())),
                        spec.minAvailable(),
                        spec.scaling().min()));
        if (spec.scaling() instanceof Scaling.Autoscaled targets) {
            HpaBounds bounds = new HpaBounds(targets.min(), targets.max());
            children.put(
                    "horizontalpodautoscaler",
                    HorizontalPodAutoscalerResource.desired(worker, hash(), bounds, targets));
        }
        NetworkPolicyResource.desired(worker, spec).ifPresent(policy -> children.put("networkpolicy", policy));
        return children;
    }
}
