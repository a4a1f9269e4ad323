package com.nineminds.temporal.operator.loop;

import com.nineminds.temporal.operator.gate.Frontend;
import com.nineminds.temporal.operator.gate.PollerSource;
import com.nineminds.temporal.operator.gate.ProviderException;
import com.nineminds.temporal.operator.gate.Sighting;
import com.nineminds.temporal.operator.gate.TaskKind;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A Temporal that sees every running pod poll, except those of images that a test silences; or that does not answer at all. */
final class ScriptedPollers implements PollerSource {
    private final KubernetesClient cluster;
    private final String podNamespace;
    private final Clock clock;
    private final Set<String> silentImages = ConcurrentHashMap.newKeySet();
    private final Set<Frontend> asked = ConcurrentHashMap.newKeySet();
    private volatile boolean down;

    ScriptedPollers(KubernetesClient cluster, String podNamespace, Clock clock) {
        this.cluster = cluster;
        this.podNamespace = podNamespace;
        this.clock = clock;
    }

    /** Pods of this image tag are Ready and poll nothing. */
    void silence(String tag) {
        silentImages.add(tag);
    }

    /** They poll again. */
    void hear(String tag) {
        silentImages.remove(tag);
    }

    void down(boolean now) {
        down = now;
    }

    /** The frontends that somebody asked for. */
    Set<Frontend> asked() {
        return Set.copyOf(asked);
    }

    @Override
    public List<Sighting> pollers(Frontend frontend, String namespace, String taskQueue) throws ProviderException {
        asked.add(frontend);
        if (down) {
            throw new ProviderException("Temporal at " + frontend.address() + " does not answer");
        }
        return cluster.pods().inNamespace(podNamespace).list().getItems().stream()
                .filter(pod -> !silentImages.contains(tag(pod)))
                .flatMap(pod -> Arrays.stream(TaskKind.values())
                        .map(kind -> new Sighting("1@" + pod.getMetadata().getName(), kind, clock.instant())))
                .toList();
    }

    private static String tag(Pod pod) {
        String image = pod.getSpec().getContainers().get(0).getImage();
        return image.substring(image.indexOf(':') + 1);
    }
}
