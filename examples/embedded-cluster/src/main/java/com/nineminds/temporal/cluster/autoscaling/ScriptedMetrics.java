package com.nineminds.temporal.cluster.autoscaling;

import com.nineminds.temporal.cluster.objects.Pods;
import io.fabric8.kubernetes.api.model.Pod;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/**
 * How busy pods are, as a test or a demonstration says. Nothing is measured at first, as on a cluster without a metrics
 * server. Autoscalers look at every change at once. Thread-safe.
 */
public final class ScriptedMetrics {
    private record Series(String namespace, String name, String resource) {}

    /** Percent of one pod's request, for each pod or for all ready ones together. */
    private record Load(int percent, boolean shared) {}

    private final Map<Series, Load> loads = new ConcurrentHashMap<>();
    private final List<Consumer<String>> listeners = new CopyOnWriteArrayList<>();

    /**
     * From now on each pod of a Deployment or ReplicaSet uses this much, however many there are.
     *
     * @param name of the Deployment or ReplicaSet, or of one pod, which takes precedence
     * @param resource {@code cpu} or {@code memory}
     * @param percent of what the pod requests; may be above 100
     */
    public void use(String namespace, String name, String resource, int percent) {
        put(new Series(namespace, name, resource), new Load(percent, false));
    }

    /**
     * From now on the ready pods of a Deployment or ReplicaSet share a load evenly: more pods are less busy.
     *
     * @param resource {@code cpu} or {@code memory}
     * @param percent of what one pod requests, used by all of them together
     */
    public void share(String namespace, String name, String resource, int percent) {
        put(new Series(namespace, name, resource), new Load(percent, true));
    }

    /** A Deployment, a ReplicaSet or a pod is not measured any more. */
    public void forget(String namespace, String name) {
        loads.keySet()
                .removeIf(series ->
                        series.namespace().equals(namespace) && series.name().equals(name));
        listeners.forEach(listener -> listener.accept(namespace));
    }

    /** Calls back with the namespace of every change. */
    public void listen(Consumer<String> listener) {
        listeners.add(listener);
    }

    /** Whether anything at all is measured. */
    boolean any() {
        return !loads.isEmpty();
    }

    /** What a pod of a target uses, in percent of its request; empty when it is not measured. */
    OptionalInt used(Target target, Pod pod, String resource) {
        Load ofTarget = loads.get(new Series(target.namespace(), target.name(), resource));
        Load load = loads.getOrDefault(
                new Series(target.namespace(), pod.getMetadata().getName(), resource), ofTarget);
        if (load == null) {
            return OptionalInt.empty();
        }
        if (!load.shared()) {
            return OptionalInt.of(load.percent());
        }
        int sharing = (int) target.pods().stream().filter(Pods::ready).count();
        return OptionalInt.of(Pods.ready(pod) ? load.percent() / sharing : 0);
    }

    private void put(Series series, Load load) {
        if (load.percent() < 0) {
            throw new IllegalArgumentException("percent: " + load.percent() + " is negative; 0 is idle");
        }
        loads.put(series, load);
        listeners.forEach(listener -> listener.accept(series.namespace()));
    }
}
