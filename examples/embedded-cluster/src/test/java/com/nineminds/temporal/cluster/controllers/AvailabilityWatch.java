package com.nineminds.temporal.cluster.controllers;

import com.nineminds.temporal.cluster.objects.Pods;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.informers.ResourceEventHandler;
import java.util.HashMap;
import java.util.Map;

/** What happened to the pods of a label {@code app}, in the namespace of a client, since the watch began. */
final class AvailabilityWatch implements ResourceEventHandler<Pod> {
    private final Map<String, Pod> pods = new HashMap<>();
    private boolean listed;
    private int lowestReady = Integer.MAX_VALUE;
    private boolean imagesTogether;

    static AvailabilityWatch start(KubernetesClient client, String app) {
        AvailabilityWatch watch = new AvailabilityWatch();
        var informer = client.pods().withLabel("app", app).inform(watch);
        synchronized (watch) {
            informer.getStore()
                    .list()
                    .forEach(pod -> watch.pods.putIfAbsent(pod.getMetadata().getName(), pod));
            watch.listed = true;
            watch.note();
        }
        return watch;
    }

    synchronized int lowest() {
        return lowestReady;
    }

    /** Whether pods of two images existed at the same time. */
    synchronized boolean imagesTogether() {
        return imagesTogether;
    }

    @Override
    public synchronized void onAdd(Pod added) {
        pods.put(added.getMetadata().getName(), added);
        note();
    }

    @Override
    public synchronized void onUpdate(Pod before, Pod after) {
        pods.put(after.getMetadata().getName(), after);
        note();
    }

    @Override
    public synchronized void onDelete(Pod deleted, boolean unknown) {
        pods.remove(deleted.getMetadata().getName());
        note();
    }

    private void note() {
        if (!listed) {
            return;
        }
        lowestReady = Math.min(lowestReady, (int)
                pods.values().stream().filter(Pods::active).filter(Pods::ready).count());
        imagesTogether |= pods.values().stream()
                        .map(pod -> pod.getSpec().getContainers().get(0).getImage())
                        .distinct()
                        .count()
                > 1;
    }
}
