package com.nineminds.temporal.cluster.controllers;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.informers.ResourceEventHandler;
import io.fabric8.kubernetes.client.informers.SharedIndexInformer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/** One watch per kind over all namespaces, shared by every controller that asks for it. */
final class Watches implements AutoCloseable {
    private final KubernetesClient client;
    private final Map<Class<?>, SharedIndexInformer<?>> informers = new LinkedHashMap<>();

    Watches(KubernetesClient client) {
        this.client = client;
    }

    /** Calls back with every object that exists, appears, changes (its new state) or goes (its last state). */
    <T extends HasMetadata> void on(Class<T> kind, Consumer<T> changed) {
        informer(kind).addEventHandler(new Changes<>(changed));
    }

    @SuppressWarnings("unchecked")
    private <T extends HasMetadata> SharedIndexInformer<T> informer(Class<T> kind) {
        return (SharedIndexInformer<T>) informers.computeIfAbsent(
                kind, unseen -> client.resources(kind).inAnyNamespace().runnableInformer(0));
    }

    /** Starts watching; returns when every kind was listed once. */
    void start() {
        informers.values().forEach(SharedIndexInformer::run);
    }

    @Override
    public void close() {
        informers.values().forEach(SharedIndexInformer::stop);
    }

    private record Changes<T>(Consumer<T> changed) implements ResourceEventHandler<T> {
        @Override
        public void onAdd(T added) {
            changed.accept(added);
        }

        @Override
        public void onUpdate(T before, T after) {
            changed.accept(after);
        }

        @Override
        public void onDelete(T deleted, boolean lastStateUnknown) {
            changed.accept(deleted);
        }
    }
}
