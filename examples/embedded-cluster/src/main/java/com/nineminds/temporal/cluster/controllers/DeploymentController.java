package com.nineminds.temporal.cluster.controllers;

import com.nineminds.temporal.cluster.objects.EventRecorder;
import com.nineminds.temporal.cluster.objects.Owners;
import com.nineminds.temporal.cluster.objects.Pods;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.DeploymentBuilder;
import io.fabric8.kubernetes.api.model.apps.DeploymentStatus;
import io.fabric8.kubernetes.api.model.apps.ReplicaSet;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Rolls Deployments: one ReplicaSet per pod template, sized by the strategy. It never adopts a ReplicaSet that has no
 * controller reference to the Deployment.
 */
final class DeploymentController implements Controller {
    private static final Duration OLD_PODS_POLL = Duration.ofMillis(200);
    private static final Duration CREATE_RETRY = Duration.ofSeconds(1);

    private final KubernetesClient client;
    private final Clock clock;
    private final ReplicaSets replicaSets;
    private final CurrentReplicaSet current;

    DeploymentController(KubernetesClient client, EventRecorder events, Clock clock) {
        this.client = client;
        this.clock = clock;
        this.replicaSets = new ReplicaSets(client, events);
        this.current = new CurrentReplicaSet(client, replicaSets, events);
    }

    @Override
    public String name() {
        return "deployment";
    }

    @Override
    public void watch(Watches watches, Consumer<ObjectName> enqueue) {
        watches.on(Deployment.class, deployment -> enqueue.accept(ObjectName.of(deployment)));
        watches.on(
                ReplicaSet.class,
                set -> Owners.controllerOf(set)
                        .filter(owner -> owner.getKind().equals("Deployment"))
                        .ifPresent(owner ->
                                enqueue.accept(new ObjectName(set.getMetadata().getNamespace(), owner.getName()))));
    }

    @Override
    public Optional<Duration> reconcile(ObjectName name) {
        Deployment deployment = client.apps()
                .deployments()
                .inNamespace(name.namespace())
                .withName(name.name())
                .get();
        if (deployment == null) {
            return Optional.empty();
        }
        if (deployment.getStatus() == null) {
            deployment.setStatus(new DeploymentStatus());
        }
        Revisions found = Revisions.of(deployment, replicaSets.ownedBy(deployment));
        DeploymentConditions conditions = new DeploymentConditions(deployment, clock.instant());
        if (Pods.deleting(deployment)) {
            return report(deployment, found, conditions);
        }
        notePause(deployment, conditions);
        boolean paused = Boolean.TRUE.equals(deployment.getSpec().getPaused());
        if (paused || ProportionalScaling.isDue(deployment, found)) {
            resize(deployment, found);
            return report(deployment, found, conditions);
        }
        return RollingUpdate.recreates(deployment)
                ? recreate(deployment, found, conditions)
                : roll(deployment, found, conditions);
    }

    private Optional<Duration> roll(Deployment deployment, Revisions found, DeploymentConditions conditions) {
        Revisions revisions = current.ensure(deployment, found, conditions);
        boolean grown = revisions
                .current()
                .filter(set -> replicaSets.scale(deployment, set, RollingUpdate.currentSize(deployment, revisions)))
                .isPresent();
        if (!grown && !scale(deployment, RollingUpdate.scaleDownOld(deployment, revisions))) {
            dropHistory(deployment, revisions);
        }
        return reportUnlessMissing(deployment, revisions, conditions);
    }

    private Optional<Duration> recreate(Deployment deployment, Revisions found, DeploymentConditions conditions) {
        boolean shrunk = false;
        for (ReplicaSet set : found.old()) {
            shrunk |= Revisions.replicas(set) > 0 && replicaSets.scale(deployment, set, 0);
        }
        if (shrunk || oldPodsRun(found)) {
            report(deployment, found, conditions);
            return Optional.of(OLD_PODS_POLL);
        }
        Revisions revisions = current.ensure(deployment, found, conditions);
        revisions.current().ifPresent(set -> replicaSets.scale(deployment, set, RollingUpdate.desired(deployment)));
        dropHistory(deployment, revisions);
        return reportUnlessMissing(deployment, revisions, conditions);
    }

    /** Follows a changed number of replicas without rolling on. */
    private void resize(Deployment deployment, Revisions revisions) {
        List<ReplicaSet> active = revisions.active();
        if (active.size() > 1) {
            scale(deployment, ProportionalScaling.sizes(deployment, revisions));
            return;
        }
        active.stream()
                .findFirst()
                .or(revisions::current)
                .ifPresent(set -> replicaSets.scale(deployment, set, RollingUpdate.desired(deployment)));
    }

    private boolean scale(Deployment deployment, Map<ReplicaSet, Integer> sizes) {
        boolean any = false;
        for (Map.Entry<ReplicaSet, Integer> entry : sizes.entrySet()) {
            any |= replicaSets.scale(deployment, entry.getKey(), entry.getValue());
        }
        return any;
    }

    private boolean oldPodsRun(Revisions revisions) {
        return revisions.old().stream()
                .anyMatch(set -> client
                        .pods()
                        .inNamespace(set.getMetadata().getNamespace())
                        .withLabelSelector(set.getSpec().getSelector())
                        .list()
                        .getItems()
                        .stream()
                        .filter(pod -> Owners.controls(set, pod))
                        .anyMatch(pod -> !Pods.finished(pod)));
    }

    private static void notePause(Deployment deployment, DeploymentConditions conditions) {
        if (deployment.getSpec().getProgressDeadlineSeconds() == null) {
            return;
        }
        boolean paused = Boolean.TRUE.equals(deployment.getSpec().getPaused());
        boolean noted = conditions.hasReason(DeploymentConditions.PROGRESSING, DeploymentProgress.PAUSED);
        if (paused && !noted) {
            conditions.set(
                    DeploymentConditions.PROGRESSING, "Unknown", DeploymentProgress.PAUSED, "Deployment is paused");
        } else if (!paused && noted) {
            conditions.set(
                    DeploymentConditions.PROGRESSING, "Unknown", DeploymentProgress.RESUMED, "Deployment is resumed");
        }
    }

    private void dropHistory(Deployment deployment, Revisions revisions) {
        DeploymentStatus status = DeploymentStatuses.next(
                deployment, revisions, new DeploymentConditions(deployment, clock.instant()), clock.instant());
        Integer limit = deployment.getSpec().getRevisionHistoryLimit();
        if (limit != null && DeploymentProgress.complete(deployment, status)) {
            RevisionHistory.expired(revisions, limit).forEach(replicaSets::delete);
        }
    }

    private Optional<Duration> reportUnlessMissing(
            Deployment deployment, Revisions revisions, DeploymentConditions conditions) {
        Optional<Duration> again = report(deployment, revisions, conditions);
        return revisions.current().isPresent() ? again : Optional.of(CREATE_RETRY);
    }

    private Optional<Duration> report(Deployment deployment, Revisions revisions, DeploymentConditions conditions) {
        DeploymentStatus next = DeploymentStatuses.next(deployment, revisions, conditions, clock.instant());
        if (!next.equals(deployment.getStatus())) {
            Deployment changed =
                    new DeploymentBuilder(deployment).withStatus(next).build();
            client.resource(changed).updateStatus();
        }
        return DeploymentProgress.untilDeadline(deployment, conditions, clock.instant());
    }
}
