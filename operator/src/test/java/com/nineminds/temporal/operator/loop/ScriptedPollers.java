package com.nineminds.temporal.operator.loop;

import com.nineminds.temporal.operator.gate.PollerSource;
import com.nineminds.temporal.operator.gate.ProviderException;
import com.nineminds.temporal.operator.gate.Sighting;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** A Temporal that sees every running pod poll, except the revisions that a test silences; or that does not answer at all. */
final class ScriptedPollers implements PollerSource {
    private final Supplier<KubernetesClient> cluster;
    private final Clock clock;
    private final Set<String> silentRevisions = ConcurrentHashMap.newKeySet();
    private volatile boolean down;

    ScriptedPollers(Supplier<KubernetesClient> cluster, Clock clock) {
        this.cluster = cluster;
        this.clock = clock;
    }

    void silence(String revision) {
        silentRevisions.add(revision);
    }

    void down(boolean now) {
        down = now;
    }

    @Override
    public List<Sighting> pollers(String address, String namespace, String taskQueue) throws ProviderException {
        if (down) {
            throw new ProviderException("Temporal at " + address + " does not answer");
        }
        return cluster.get().pods().inAnyNamespace().list().getItems().stream()
                .filter(pod -> !silentRevisions.contains(revision(pod)))
                .map(pod -> new Sighting("1@" + pod.getMetadata().getName(), clock.instant()))
                .toList();
    }

    private static String revision(Pod pod) {
        return pod.getMetadata().getLabels().getOrDefault("temporal.nineminds.com/revision", "");
    }
}
