package com.nineminds.temporal.operator.observe;

import com.nineminds.temporal.api.v1alpha1.TemporalWorker;
import com.nineminds.temporal.operator.decide.Failure;
import com.nineminds.temporal.operator.decide.Fleet;
import com.nineminds.temporal.operator.decide.GateReading;
import com.nineminds.temporal.operator.decide.Observation;
import com.nineminds.temporal.operator.decide.RolloutPolicy;
import com.nineminds.temporal.operator.decide.Scale;
import com.nineminds.temporal.operator.health.Fleets;
import com.nineminds.temporal.operator.health.PodView;
import com.nineminds.temporal.operator.history.ControllerRevisions;
import com.nineminds.temporal.operator.history.Records;
import com.nineminds.temporal.operator.resources.RevisionRenderer;
import com.nineminds.temporal.operator.resources.WorkerRef;
import com.nineminds.temporal.operator.revision.RevisionData;
import com.nineminds.temporal.operator.spec.EffectiveSpec;
import com.nineminds.temporal.operator.spec.RolloutPolicies;
import com.nineminds.temporal.operator.spec.Scaling;
import com.nineminds.temporal.operator.spec.SpecValidation;
import com.nineminds.temporal.operator.spec.Violation;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** From a worker and its cached children to everything that one reconcile knows. Reads nothing else. */
public final class WorkerObserver {
    private final Duration stability;

    public WorkerObserver(Duration stability) {
        this.stability = stability;
    }

    /** @param refused revisions of which the API server refused an object when it was last applied */
    public WorkerView observe(
            TemporalWorker object,
            Children children,
            List<GateReading> gates,
            Map<String, Failure> refused,
            Instant now) {
        WorkerRef worker = new WorkerRef(
                object.getMetadata().getNamespace(),
                object.getMetadata().getName(),
                object.getMetadata().getUid());
        List<Violation> violations = SpecValidation.validate(worker.name(), object.getSpec());
        Optional<EffectiveSpec> spec = violations.isEmpty()
                ? Optional.of(EffectiveSpec.of(worker.name(), object.getSpec()))
                : Optional.empty();
        Optional<RevisionData> target = spec.map(valid -> RevisionRenderer.render(worker, valid));
        List<PodView> pods = children.pods().stream()
                .map(pod -> PodViews.of(pod, Children.revision(pod)))
                .toList();
        Map<String, Fleet> fleets = fleets(children, pods, now);
        refused.forEach((hash, why) ->
                fleets.put(hash, fleets.getOrDefault(hash, Fleet.NONE).orFatal(Optional.of(why))));
        Observation observation = new Observation(
                target.map(RevisionData::hash),
                fleets,
                gates,
                VerbAnnotations.read(object.getMetadata().getAnnotations()));
        Records records = ControllerRevisions.read(children.revisions());
        return new WorkerView(
                worker, spec, violations, policy(object, spec), records, target, children, pods, observation);
    }

    /** An invalid spec decides nothing, so its policy is never asked. */
    private RolloutPolicy policy(TemporalWorker object, Optional<EffectiveSpec> spec) {
        return spec.map(valid -> RolloutPolicies.of(object.getSpec().rollout(), scale(valid.scaling()), stability))
                .orElseGet(() -> RolloutPolicies.of(null, Scale.fixed(1), stability));
    }

    private static Scale scale(Scaling scaling) {
        return new Scale(scaling instanceof Scaling.Autoscaled, scaling.min(), scaling.max());
    }

    private Map<String, Fleet> fleets(Children children, List<PodView> pods, Instant now) {
        Set<String> hashes = Stream.concat(
                        children.deployments().stream().map(Children::revision),
                        pods.stream().map(PodView::revision))
                .collect(Collectors.toSet());
        Map<String, Fleet> fleets = new HashMap<>();
        hashes.forEach(hash -> fleets.put(hash, fleet(hash, children, pods, now)));
        return fleets;
    }

    private Fleet fleet(String hash, Children children, List<PodView> pods, Instant now) {
        return Fleets.of(
                children.deployment(hash).map(deployment -> DeploymentViews.of(deployment, hash)),
                pods.stream().filter(pod -> pod.revision().equals(hash)).toList(),
                stability,
                now);
    }
}
