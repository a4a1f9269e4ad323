package com.nineminds.temporal.operator.reconcile;

import com.nineminds.temporal.api.v1alpha1.Phase;
import com.nineminds.temporal.api.v1alpha1.TemporalWorker;
import com.nineminds.temporal.api.v1alpha1.TemporalWorkerStatus;
import com.nineminds.temporal.operator.apply.Cache;
import com.nineminds.temporal.operator.gate.Audience;
import com.nineminds.temporal.operator.gate.WorkerKey;
import com.nineminds.temporal.operator.leader.Leadership;
import com.nineminds.temporal.operator.observe.Children;
import com.nineminds.temporal.operator.resources.Labels;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.apps.ControllerRevision;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import io.javaoperatorsdk.operator.api.config.informer.InformerEventSourceConfiguration;
import io.javaoperatorsdk.operator.api.reconciler.EventSourceContext;
import io.javaoperatorsdk.operator.processing.event.ResourceID;
import io.javaoperatorsdk.operator.processing.event.source.EventSource;
import io.javaoperatorsdk.operator.processing.event.source.IndexerResourceCache;
import io.javaoperatorsdk.operator.processing.event.source.inbound.SimpleInboundEventSource;
import io.javaoperatorsdk.operator.processing.event.source.informer.InformerEventSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One informer per kind of child, limited to our label, mapped to the worker by label. They are the caches that everything is read
 * from, and they remember our own writes until the watch brings them.
 */
final class WorkerEventSources implements Cache, Audience {
    private static final List<Class<? extends HasMetadata>> KINDS = List.of(
            ControllerRevision.class,
            Deployment.class,
            Pod.class,
            ConfigMap.class,
            Service.class,
            ServiceAccount.class,
            HorizontalPodAutoscaler.class,
            PodDisruptionBudget.class,
            NetworkPolicy.class);

    private final Map<Class<?>, InformerEventSource<?, TemporalWorker>> informers = new LinkedHashMap<>();
    private final SimpleInboundEventSource<TemporalWorker> nudges = new SimpleInboundEventSource<>("nudges");
    private final Leadership leadership;
    private volatile Optional<IndexerResourceCache<TemporalWorker>> workers = Optional.empty();

    WorkerEventSources(Leadership leadership) {
        this.leadership = leadership;
    }

    List<EventSource<?, TemporalWorker>> create(EventSourceContext<TemporalWorker> context) {
        workers = Optional.of(context.getPrimaryCache());
        KINDS.forEach(kind -> informers.put(kind, informer(kind, context)));
        List<EventSource<?, TemporalWorker>> all = new ArrayList<>(informers.values());
        all.add(nudges);
        return all;
    }

    private static <R extends HasMetadata> InformerEventSource<R, TemporalWorker> informer(
            Class<R> kind, EventSourceContext<TemporalWorker> context) {
        return new InformerEventSource<>(
                InformerEventSourceConfiguration.from(kind, TemporalWorker.class)
                        .withName(kind.getSimpleName().toLowerCase(java.util.Locale.ROOT))
                        .withLabelSelector(Labels.MANAGED_BY + "=" + Labels.OPERATOR)
                        .withSecondaryToPrimaryMapper(WorkerEventSources::worker)
                        .withNamespacesInheritedFromController()
                        .withItemStore(new TrimmedStore<>())
                        .withInformerListLimit(TrimmedStore.PAGE)
                        .build(),
                context);
    }

    private static Set<ResourceID> worker(HasMetadata child) {
        Map<String, String> labels = child.getMetadata().getLabels();
        String worker = labels == null ? null : labels.get(Labels.WORKER);
        return worker == null
                ? Set.of()
                : Set.of(new ResourceID(worker, child.getMetadata().getNamespace()));
    }

    Children children(TemporalWorker worker) {
        Children labelled = new Children(
                of(ControllerRevision.class, worker),
                of(Deployment.class, worker),
                of(Pod.class, worker),
                others(worker));
        return labelled.controlledBy(worker.getMetadata().getUid());
    }

    private List<HasMetadata> others(TemporalWorker worker) {
        List<HasMetadata> others = new ArrayList<>();
        KINDS.stream()
                .filter(kind -> kind != ControllerRevision.class && kind != Deployment.class && kind != Pod.class)
                .forEach(kind -> others.addAll(of(kind, worker)));
        return others;
    }

    @SuppressWarnings("unchecked")
    private <R extends HasMetadata> List<R> of(Class<R> kind, TemporalWorker worker) {
        InformerEventSource<R, TemporalWorker> informer = (InformerEventSource<R, TemporalWorker>) informers.get(kind);
        return informer == null ? List.of() : List.copyOf(informer.getSecondaryResources(worker));
    }

    @Override
    public void changed(WorkerKey worker) {
        changed(worker.namespace(), worker.name());
    }

    void changed(String namespace, String name) {
        nudges.propagateEvent(new ResourceID(name, namespace));
    }

    void allChanged() {
        workers.ifPresent(cache -> cache.keys().forEach(nudges::propagateEvent));
    }

    /** Workers in a phase; none where another operator is the one that knows. */
    long count(Phase phase) {
        return workers.filter(cache -> leadership.held())
                .map(cache -> cache.list(worker -> phase(worker) == phase).count())
                .orElse(0L);
    }

    private static Phase phase(TemporalWorker worker) {
        return Optional.ofNullable(worker.getStatus())
                .map(TemporalWorkerStatus::phase)
                .orElse(Phase.Pending);
    }

    /** Who does not lead has nobody to measure for. */
    @Override
    public boolean has(WorkerKey worker) {
        return leadership.held()
                && workers.flatMap(cache -> cache.get(new ResourceID(worker.name(), worker.namespace())))
                        .filter(found -> worker.uid().equals(found.getMetadata().getUid()))
                        .isPresent();
    }

    @Override
    public void remember(HasMetadata written) {
        remember(written.getClass(), written);
    }

    @SuppressWarnings("unchecked")
    private <R extends HasMetadata> void remember(Class<? extends HasMetadata> kind, R written) {
        InformerEventSource<R, TemporalWorker> informer = (InformerEventSource<R, TemporalWorker>) informers.get(kind);
        if (informer == null) {
            return;
        }
        ResourceID id = ResourceID.fromResource(written);
        informer.get(id)
                .ifPresentOrElse(
                        known -> {
                            if (Versions.later(written, known)) {
                                informer.handleRecentResourceUpdate(id, written, known);
                            }
                        },
                        () -> informer.handleRecentResourceCreate(id, written));
    }
}
