package com.nineminds.temporal.operator.plan;

import com.nineminds.temporal.operator.decide.Capacity;
import com.nineminds.temporal.operator.decide.Decision;
import com.nineminds.temporal.operator.decide.Rollout;
import com.nineminds.temporal.operator.observe.Children;
import com.nineminds.temporal.operator.observe.WorkerView;
import com.nineminds.temporal.operator.resources.ConfigMapResource;
import com.nineminds.temporal.operator.resources.DeploymentResource;
import com.nineminds.temporal.operator.resources.HorizontalPodAutoscalerResource;
import com.nineminds.temporal.operator.resources.HpaBounds;
import com.nineminds.temporal.operator.resources.NetworkPolicyResource;
import com.nineminds.temporal.operator.resources.PodDisruptionBudgetResource;
import com.nineminds.temporal.operator.resources.ServiceAccountResource;
import com.nineminds.temporal.operator.resources.ServiceResource;
import com.nineminds.temporal.operator.revision.RevisionData;
import com.nineminds.temporal.operator.spec.EffectiveSpec;
import com.nineminds.temporal.operator.spec.Scaling;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Puts a decision into objects. What belongs to a revision (Deployment, ConfigMap) comes from its record, everything else from the
 * spec of today: bounds, budget and network follow the spec even while an older revision serves.
 */
public final class Planner {
    private final WorkerView view;
    private final Decision decision;

    private Planner(WorkerView view, Decision decision) {
        this.view = view;
        this.decision = decision;
    }

    public static Plan plan(WorkerView view, Decision decision) {
        Planner planner = new Planner(view, decision);
        return view.spec().map(planner::whole).orElseGet(planner::healOnly);
    }

    /**
     * While the spec is invalid, what serves is kept as its record says and nothing else is touched. A stable revision whose
     * Deployment is lost gets the capacity that it was promoted with: the spec, which would know better, cannot be read.
     */
    private Plan healOnly() {
        SortedSet<String> serving = new TreeSet<>();
        view.observation().fleets().forEach((hash, fleet) -> {
            if (fleet.desired() > 0) {
                serving.add(hash);
            }
        });
        Map<String, Integer> lost = new HashMap<>();
        view.records()
                .revisions()
                .stable()
                .filter(stable -> lost(stable.hash()))
                .ifPresent(stable -> {
                    serving.add(stable.hash());
                    lost.put(
                            stable.hash(),
                            stable.rollout().map(Rollout::capacity).orElse(1));
                });
        List<HasMetadata> apply = new ArrayList<>();
        apply.add(ServiceAccountResource.desired(view.worker(), view.worker().name()));
        apply.addAll(ofRevisions(serving));
        return new Plan(apply, lost, List.of());
    }

    private Plan whole(EffectiveSpec spec) {
        List<HasMetadata> apply = new ArrayList<>();
        apply.add(ServiceAccountResource.desired(view.worker(), view.worker().name()));
        apply.addAll(ofRevisions(decision.serving()));
        apply.add(ServiceResource.desired(view.worker(), spec.pod().healthPort()));
        if (!decision.serving().isEmpty()) {
            apply.add(PodDisruptionBudgetResource.desired(
                    view.worker(), decision.serving(), spec.minAvailable(), servingReplicas()));
        }
        List<HorizontalPodAutoscaler> autoscalers = autoscalers(spec);
        apply.addAll(autoscalers);
        Optional<NetworkPolicy> network = NetworkPolicyResource.desired(view.worker(), spec);
        network.ifPresent(apply::add);
        return new Plan(apply, replicas(), unwanted(autoscalers, network));
    }

    private List<HasMetadata> ofRevisions(SortedSet<String> hashes) {
        List<HasMetadata> objects = new ArrayList<>();
        for (String hash : hashes) {
            Optional<RevisionData> data = view.data(hash);
            data.ifPresent(known -> {
                objects.add(ConfigMapResource.desired(view.worker(), hash, known));
                objects.add(DeploymentResource.desired(view.worker(), hash, known));
            });
        }
        return objects;
    }

    private int servingReplicas() {
        return decision.capacities().values().stream().mapToInt(Capacity::min).sum();
    }

    private List<HorizontalPodAutoscaler> autoscalers(EffectiveSpec spec) {
        if (!(spec.scaling() instanceof Scaling.Autoscaled bounds)) {
            return List.of();
        }
        return decision.serving().stream()
                .map(hash -> {
                    Capacity capacity = decision.capacities().getOrDefault(hash, Capacity.ZERO);
                    return HorizontalPodAutoscalerResource.desired(
                            view.worker(), hash, new HpaBounds(capacity.min(), capacity.max()), bounds);
                })
                .toList();
    }

    /**
     * Fixed: every capacity. Autoscaled: only what an autoscaler cannot do, which is to stop a revision and to wake one that is at
     * zero, where it is inert.
     */
    private Map<String, Integer> replicas() {
        Map<String, Integer> replicas = new HashMap<>();
        decision.capacities().forEach((hash, capacity) -> {
            boolean asleep = view.observation().fleet(hash).desired() == 0;
            if (!view.policy().scale().autoscaled() || capacity.isZero() || (asleep && exists(hash))) {
                replicas.put(hash, capacity.isZero() ? 0 : Math.max(1, capacity.min()));
            }
        });
        return replicas;
    }

    /** Gone, or made anew without the write that scales it: that one came too late, and nobody has scaled it since. */
    private boolean lost(String hash) {
        return view.children()
                .deployment(hash)
                .map(made -> Long.valueOf(1).equals(made.getMetadata().getGeneration())
                        && Integer.valueOf(1).equals(made.getSpec().getReplicas()))
                .orElse(true);
    }

    private boolean exists(String hash) {
        return view.children().deployment(hash).isPresent();
    }

    private List<HasMetadata> unwanted(List<HorizontalPodAutoscaler> autoscalers, Optional<NetworkPolicy> network) {
        Children children = view.children();
        Set<String> scaled =
                autoscalers.stream().map(each -> each.getMetadata().getName()).collect(Collectors.toSet());
        List<HasMetadata> unwanted = new ArrayList<>();
        for (HasMetadata child : children.others()) {
            boolean idleScaler = child instanceof HorizontalPodAutoscaler
                    && !scaled.contains(child.getMetadata().getName());
            boolean oldNetwork = child instanceof NetworkPolicy && network.isEmpty();
            boolean retired = decision.retired().contains(Children.revision(child));
            boolean emptyBudget =
                    child instanceof PodDisruptionBudget && decision.serving().isEmpty();
            if (idleScaler || oldNetwork || retired || emptyBudget) {
                unwanted.add(child);
            }
        }
        children.deployments().stream().filter(this::retired).forEach(unwanted::add);
        children.revisions().stream().filter(this::retired).forEach(unwanted::add);
        return unwanted;
    }

    private boolean retired(HasMetadata child) {
        return decision.retired().contains(Children.revision(child));
    }
}
