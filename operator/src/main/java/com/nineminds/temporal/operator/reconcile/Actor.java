package com.nineminds.temporal.operator.reconcile;

import com.nineminds.temporal.api.v1alpha1.TemporalWorker;
import com.nineminds.temporal.operator.apply.RecordWriter;
import com.nineminds.temporal.operator.apply.ReplicasWriter;
import com.nineminds.temporal.operator.apply.ServerSideApply;
import com.nineminds.temporal.operator.decide.Decision;
import com.nineminds.temporal.operator.decide.RevisionState;
import com.nineminds.temporal.operator.observe.Children;
import com.nineminds.temporal.operator.observe.WorkerView;
import com.nineminds.temporal.operator.plan.Plan;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.util.Map;
import java.util.Optional;

/** Carries out what was decided: the record first, then replicas (a rollback waits for nothing), then the objects. */
final class Actor {
    private final KubernetesClient client;
    private final WorkerEventSources sources;
    private final ServerSideApply apply;
    private final ReplicasWriter replicas;
    private final RecordWriter records;

    Actor(KubernetesClient client, WorkerEventSources sources) {
        this.client = client;
        this.sources = sources;
        this.apply = new ServerSideApply(client, sources);
        this.replicas = new ReplicasWriter(client, sources);
        this.records = new RecordWriter(client, sources);
    }

    /** Writes every revision of which the record changed. Fails on a conflict: then the caches were old, and so was the decision. */
    void persist(WorkerView view, Decision decision) {
        for (RevisionState state : decision.revisions().byHash().values()) {
            boolean recorded = view.records()
                    .revisions()
                    .get(state.hash())
                    .filter(state::equals)
                    .isPresent();
            if (!recorded) {
                records.write(
                        view.worker(),
                        state,
                        view.data(state.hash()).orElseThrow(),
                        view.children().revision(state.hash()));
            }
        }
    }

    void act(Plan plan, WorkerView view, TemporalWorker worker, Encounters met) {
        scale(plan.replicas(), view.children());
        for (HasMetadata desired : plan.apply()) {
            apply(desired, view.children().find(desired), met);
        }
        plan.delete().forEach(this::delete);
        scale(plan.replicas(), sources.children(worker));
    }

    /** One object that is refused keeps no other from being applied. */
    private void apply(HasMetadata desired, Optional<HasMetadata> cached, Encounters met) {
        try {
            met.add(desired, cached, apply.apply(desired, cached));
        } catch (KubernetesClientException e) {
            met.refused(desired, ApplyRefusal.of(e).orElseThrow(() -> e));
        }
    }

    private void scale(Map<String, Integer> wanted, Children children) {
        wanted.forEach(
                (hash, count) -> children.deployment(hash).ifPresent(deployment -> replicas.scale(deployment, count)));
    }

    private void delete(HasMetadata object) {
        client.resource(object)
                .lockResourceVersion(object.getMetadata().getResourceVersion())
                .delete();
    }
}
