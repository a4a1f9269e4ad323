package com.nineminds.temporal.rehearsal.story;

import com.nineminds.temporal.operator.health.PodFailures;
import com.nineminds.temporal.operator.health.PodView;
import com.nineminds.temporal.operator.observe.Children;
import com.nineminds.temporal.operator.observe.PodViews;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.informers.ResourceEventHandler;
import io.fabric8.kubernetes.client.informers.SharedIndexInformer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Watches pods and Deployments of a namespace from the outside and notes, per revision, when the first fatal evidence was seen and
 * when the revision was stopped after that.
 */
public final class Reactions implements AutoCloseable {
    private final Clock clock;
    private final Map<String, Instant> evidence = new ConcurrentHashMap<>();
    private final Map<String, Instant> stopped = new ConcurrentHashMap<>();
    private final SharedIndexInformer<Pod> pods;
    private final SharedIndexInformer<Deployment> deployments;

    public Reactions(KubernetesClient client, String namespace, Clock clock) {
        this.clock = clock;
        this.pods = client.pods().inNamespace(namespace).inform(handler(this::sawPod));
        this.deployments = client.apps().deployments().inNamespace(namespace).inform(handler(this::sawDeployment));
    }

    private void sawPod(Pod pod) {
        Instant now = clock.instant();
        PodView view = PodViews.of(pod, Children.revision(pod));
        if (PodFailures.fatal(view, Set.of(), now).isPresent()) {
            evidence.putIfAbsent(view.revision(), now);
        }
    }

    private void sawDeployment(Deployment deployment) {
        String revision = Children.revision(deployment);
        boolean zero = Integer.valueOf(0).equals(deployment.getSpec().getReplicas());
        if (zero && evidence.containsKey(revision)) {
            stopped.putIfAbsent(revision, clock.instant());
        }
    }

    /** From the first fatal evidence to the write that stopped the revision; empty where no pod showed any. */
    public Optional<Duration> of(String revision) {
        return Optional.ofNullable(evidence.get(revision))
                .flatMap(seen -> Optional.ofNullable(stopped.get(revision)).map(stop -> Duration.between(seen, stop)));
    }

    private static <T> ResourceEventHandler<T> handler(java.util.function.Consumer<T> seen) {
        return new ResourceEventHandler<>() {
            @Override
            public void onAdd(T object) {
                seen.accept(object);
            }

            @Override
            public void onUpdate(T before, T after) {
                seen.accept(after);
            }

            @Override
            public void onDelete(T object, boolean unknown) {
                // a deleted object shows nothing new
            }
        };
    }

    @Override
    public void close() {
        pods.close();
        deployments.close();
    }
}
