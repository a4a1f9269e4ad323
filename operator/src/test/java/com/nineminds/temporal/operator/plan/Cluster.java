package com.nineminds.temporal.operator.plan;

import com.nineminds.temporal.api.v1alpha1.TemporalWorker;
import com.nineminds.temporal.operator.decide.Decision;
import com.nineminds.temporal.operator.decide.RevisionState;
import com.nineminds.temporal.operator.decide.RolloutDecider;
import com.nineminds.temporal.operator.history.ControllerRevisions;
import com.nineminds.temporal.operator.observe.Children;
import com.nineminds.temporal.operator.observe.Objects;
import com.nineminds.temporal.operator.observe.WorkerObserver;
import com.nineminds.temporal.operator.observe.WorkerView;
import com.nineminds.temporal.operator.resources.Labels;
import com.nineminds.temporal.operator.resources.WorkerRef;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.apps.ControllerRevision;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** A cluster that does at once what is planned: objects are what was applied, and every pod that is asked for is Ready. */
final class Cluster {
    static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");
    private static final WorkerRef WORKER = new WorkerRef("shop", "orders", "uid");

    private final Map<String, HasMetadata> objects = new TreeMap<>();
    private final Map<String, Integer> replicas = new TreeMap<>();
    private final Set<String> restored = new TreeSet<>();
    private TemporalWorker worker;
    private Instant now = NOW;

    Cluster(String spec) {
        worker = Objects.worker(spec);
    }

    void edit(String spec) {
        worker = Objects.worker(spec);
    }

    void after(Duration time) {
        now = now.plus(time);
    }

    /** Observes, decides, records and plans, and lets the plan come true. */
    Plan reconcile() {
        WorkerView view = view();
        Decision decision = RolloutDecider.decide(view.records().revisions(), view.observation(), view.policy(), now);
        for (RevisionState state : decision.revisions().byHash().values()) {
            put(ControllerRevisions.write(WORKER, state, view.data(state.hash()).orElseThrow()));
        }
        Plan plan = Planner.plan(view, decision);
        plan.apply().forEach(this::put);
        plan.replicas().forEach(replicas::put);
        plan.delete().forEach(object -> objects.remove(key(object)));
        of(HorizontalPodAutoscaler.class).forEach(this::autoscale);
        return plan;
    }

    private void autoscale(HorizontalPodAutoscaler scaler) {
        int min = scaler.getSpec().getMinReplicas();
        int max = scaler.getSpec().getMaxReplicas();
        replicas.compute(
                Children.revision(scaler),
                (hash, now) -> now != null && now == 0 ? 0 : Math.min(max, Math.max(min, now == null ? 1 : now)));
    }

    /** Until the target is promoted or rejected; gates are not among these specs. */
    Plan converge() {
        Plan plan = reconcile();
        for (int round = 0; round < 12; round++) {
            after(Duration.ofMinutes(3));
            plan = reconcile();
        }
        return plan;
    }

    void delete(String kind, String name) {
        objects.remove(kind + "/" + name);
        if (kind.equals("Deployment")) {
            conflictOnScaling(name.substring(name.lastIndexOf('-') + 1));
        }
    }

    /** Somebody put the revision's Deployment back, from a copy that had so many replicas. */
    void restore(String hash, int copied) {
        replicas.put(hash, copied);
        restored.add(hash);
    }

    /** The last write that scaled the revision was refused. */
    void conflictOnScaling(String hash) {
        replicas.remove(hash);
    }

    List<String> names() {
        return objects.values().stream()
                .map(object -> object.getKind() + " " + object.getMetadata().getName())
                .toList();
    }

    String target() {
        return view().observation().target().orElseThrow();
    }

    WorkerView view() {
        return new WorkerObserver(Duration.ZERO).observe(worker, children(), List.of(), Map.of(), now);
    }

    private Children children() {
        List<HasMetadata> others = new ArrayList<>(objects.values());
        others.removeIf(each -> each instanceof Deployment || each instanceof ControllerRevision);
        return new Children(of(ControllerRevision.class), deployments(), pods(), others);
    }

    private List<Deployment> deployments() {
        List<Deployment> deployments = of(Deployment.class);
        deployments.forEach(deployment -> {
            String hash = Children.revision(deployment);
            deployment.getSpec().setReplicas(replicas.getOrDefault(hash, 1));
            deployment.getMetadata().setGeneration(replicas.containsKey(hash) && !restored.contains(hash) ? 2L : 1L);
        });
        return deployments;
    }

    private List<Pod> pods() {
        List<Pod> pods = new ArrayList<>();
        for (Deployment deployment : deployments()) {
            for (int i = 0; i < deployment.getSpec().getReplicas(); i++) {
                pods.add(pod(deployment, i));
            }
        }
        return pods;
    }

    private Pod pod(Deployment deployment, int index) {
        return new PodBuilder()
                .withMetadata(new ObjectMetaBuilder()
                        .withName(deployment.getMetadata().getName() + "-" + index)
                        .withLabels(Labels.ofRevision(WORKER, Children.revision(deployment)))
                        .build())
                .withNewStatus()
                .withPhase("Running")
                .addNewCondition()
                .withType("Ready")
                .withStatus("True")
                .withLastTransitionTime(NOW.minusSeconds(3600).toString())
                .endCondition()
                .endStatus()
                .build();
    }

    private <T extends HasMetadata> List<T> of(Class<T> kind) {
        return objects.values().stream()
                .filter(kind::isInstance)
                .map(kind::cast)
                .toList();
    }

    private void put(HasMetadata object) {
        objects.put(key(object), object);
    }

    private static String key(HasMetadata object) {
        return object.getKind() + "/" + object.getMetadata().getName();
    }
}
