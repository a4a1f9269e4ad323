package com.nineminds.temporal.operator.observe;

import com.nineminds.temporal.operator.decide.Observation;
import com.nineminds.temporal.operator.decide.RolloutPolicy;
import com.nineminds.temporal.operator.health.PodView;
import com.nineminds.temporal.operator.history.Records;
import com.nineminds.temporal.operator.resources.WorkerRef;
import com.nineminds.temporal.operator.revision.RevisionData;
import com.nineminds.temporal.operator.spec.EffectiveSpec;
import com.nineminds.temporal.operator.spec.Violation;
import java.util.List;
import java.util.Optional;

/**
 * Everything that one reconcile knows.
 *
 * @param spec empty while there are violations
 * @param violations why the spec cannot be used; while there are any, {@code observation} has no target
 * @param target what the spec renders to now
 */
public record WorkerView(
        WorkerRef worker,
        Optional<EffectiveSpec> spec,
        List<Violation> violations,
        RolloutPolicy policy,
        Records records,
        Optional<RevisionData> target,
        Children children,
        List<PodView> pods,
        Observation observation) {
    public WorkerView {
        violations = List.copyOf(violations);
        pods = List.copyOf(pods);
    }

    /**
     * Inputs and pod template of a revision. What is recorded wins over what would be rendered now: an operator upgrade must not
     * roll pods under an unchanged hash.
     */
    public Optional<RevisionData> data(String hash) {
        return records.data(hash).or(() -> target.filter(data -> data.hash().equals(hash)));
    }

    public List<PodView> pods(String hash) {
        return pods.stream().filter(pod -> pod.revision().equals(hash)).toList();
    }
}
