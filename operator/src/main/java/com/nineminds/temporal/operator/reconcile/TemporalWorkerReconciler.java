package com.nineminds.temporal.operator.reconcile;

import com.nineminds.temporal.api.v1alpha1.TemporalWorker;
import com.nineminds.temporal.api.v1alpha1.TemporalWorkerStatus;
import com.nineminds.temporal.operator.config.OperatorConfig;
import com.nineminds.temporal.operator.decide.Decision;
import com.nineminds.temporal.operator.decide.RolloutDecider;
import com.nineminds.temporal.operator.gate.GateRunner;
import com.nineminds.temporal.operator.gate.WorkerKey;
import com.nineminds.temporal.operator.leader.Leadership;
import com.nineminds.temporal.operator.observe.Children;
import com.nineminds.temporal.operator.observe.WorkerObserver;
import com.nineminds.temporal.operator.observe.WorkerView;
import com.nineminds.temporal.operator.plan.Planner;
import com.nineminds.temporal.operator.report.StatusFactory;
import com.nineminds.temporal.operator.report.events.EventPublisher;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.javaoperatorsdk.operator.api.reconciler.Context;
import io.javaoperatorsdk.operator.api.reconciler.ControllerConfiguration;
import io.javaoperatorsdk.operator.api.reconciler.EventSourceContext;
import io.javaoperatorsdk.operator.api.reconciler.Reconciler;
import io.javaoperatorsdk.operator.api.reconciler.UpdateControl;
import io.javaoperatorsdk.operator.processing.event.source.EventSource;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Observe, decide, persist, act, report: every reconcile runs all of it, from caches, in this order. */
@ControllerConfiguration(name = "temporalworker")
public final class TemporalWorkerReconciler implements Reconciler<TemporalWorker>, AutoCloseable {
    private final WorkerEventSources sources;
    private final RefusedRevisions refused = new RefusedRevisions();
    private final WorkerObserver observer;
    private final Actor actor;
    private final GateRunner gates;
    private final EventPublisher events;
    private final Transitions transitions;
    private final Leadership leadership;
    private final Clock clock;
    private volatile boolean ending;

    public TemporalWorkerReconciler(
            OperatorConfig config, Surroundings surroundings, EventAges ages, Leadership leadership) {
        this.sources = new WorkerEventSources(leadership);
        this.observer = new WorkerObserver(config.stability());
        this.actor = new Actor(surroundings.client(), sources);
        this.gates = new GateRunner(surroundings.pollers(), surroundings.clock(), sources);
        this.events = surroundings.events();
        this.transitions = new Transitions(surroundings.metrics(), ages);
        this.leadership = leadership;
        this.clock = surroundings.clock();
        surroundings.metrics().countWorkers(sources::count);
    }

    @Override
    public List<EventSource<?, TemporalWorker>> prepareEventSources(EventSourceContext<TemporalWorker> context) {
        return sources.create(context);
    }

    @Override
    public UpdateControl<TemporalWorker> reconcile(TemporalWorker worker, Context<TemporalWorker> context) {
        if (!leadership.held()) {
            return UpdateControl.noUpdate();
        }
        Instant now = clock.instant();
        WorkerKey key = key(worker);
        if (worker.getMetadata().getDeletionTimestamp() != null) {
            gates.stop(key);
            refused.forget(key);
            return terminating(worker, now);
        }
        Children children = sources.children(worker);
        if (ending) {
            return UpdateControl.noUpdate();
        }
        WorkerView view = observer.observe(worker, children, gates.readings(key), refused.of(key), now);
        Decision decision = RolloutDecider.decide(view.records().revisions(), view.observation(), view.policy(), now);
        actor.persist(view, decision);
        transitions.tell(key, view.records().revisions(), decision.revisions());
        // Before what may fail: the next reconcile finds the move made, and has nothing to tell.
        events.publish(worker, decision.notices());
        Encounters met = new Encounters(settled(worker, view, decision), now);
        try {
            actor.act(Planner.plan(view, decision), view, worker, met);
        } finally {
            // A repair that was made is not met again.
            events.publish(worker, met.notices());
        }
        if (refused.remember(key, met.refusedRevisions())) {
            sources.changed(key);
        }
        gates.follow(key, decision.gates(), PollerQuestions.of(view, decision));
        UpdateControl<TemporalWorker> control =
                report(worker, Reports.status(worker, view, decision, met.problems(), now));
        decision.requeueAfter().ifPresent(control::rescheduleAfter);
        return control;
    }

    private static WorkerKey key(TemporalWorker worker) {
        return new WorkerKey(
                worker.getMetadata().getNamespace(),
                worker.getMetadata().getName(),
                worker.getMetadata().getUid());
    }

    private static boolean settled(TemporalWorker worker, WorkerView view, Decision decision) {
        boolean seen = Optional.ofNullable(worker.getStatus())
                .filter(status -> worker.getMetadata().getGeneration().equals(status.observedGeneration()))
                .isPresent();
        return seen
                && decision.revisions().inFlight().isEmpty()
                && decision.revisions().equals(view.records().revisions());
    }

    /** Asks for a reconcile although nothing happened. */
    public void nudge(String namespace, String name) {
        sources.changed(namespace, name);
    }

    /** Asks for a reconcile of every worker, as one who takes over must. */
    public void nudgeAll() {
        sources.allChanged();
    }

    /** Before the caches are emptied: a reconcile that reads them later would take every pod for lost, so it does nothing. */
    public void end() {
        ending = true;
    }

    /** Ends the measurements of all gates. */
    @Override
    public void close() {
        gates.close();
    }

    /** Only a finalizer of someone else lets a deleted worker be seen. */
    private static UpdateControl<TemporalWorker> terminating(TemporalWorker worker, Instant now) {
        return report(
                worker,
                StatusFactory.terminating(
                        worker.getMetadata().getGeneration(), Optional.ofNullable(worker.getStatus()), now));
    }

    private static UpdateControl<TemporalWorker> report(TemporalWorker worker, TemporalWorkerStatus status) {
        return status.equals(worker.getStatus())
                ? UpdateControl.noUpdate()
                : UpdateControl.patchStatus(statusOnly(worker, status));
    }

    /** With server-side apply whatever is sent is owned: only the status. Bound to the version that the decision was made from. */
    private static TemporalWorker statusOnly(TemporalWorker worker, TemporalWorkerStatus status) {
        TemporalWorker patch = new TemporalWorker();
        patch.setMetadata(new ObjectMetaBuilder()
                .withNamespace(worker.getMetadata().getNamespace())
                .withName(worker.getMetadata().getName())
                .withUid(worker.getMetadata().getUid())
                .withResourceVersion(worker.getMetadata().getResourceVersion())
                .build());
        patch.setStatus(status);
        return patch;
    }
}
