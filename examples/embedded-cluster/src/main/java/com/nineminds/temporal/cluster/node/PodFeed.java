package com.nineminds.temporal.cluster.node;

import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.informers.ResourceEventHandler;
import io.fabric8.kubernetes.client.informers.SharedIndexInformer;
import java.util.List;

/** Watches the pods that are bound to one node. */
final class PodFeed implements AutoCloseable {
    /** Who is told; calls come one at a time. */
    interface Listener {
        void changed(Pod pod);

        void gone(Pod pod);
    }

    private final SharedIndexInformer<Pod> informer;

    PodFeed(KubernetesClient client, String node, Listener listener) {
        this.informer =
                client.pods().inAnyNamespace().withField("spec.nodeName", node).runnableInformer(0);
        informer.addEventHandler(new Calls(listener));
    }

    void start() {
        informer.run();
    }

    List<Pod> pods() {
        return informer.getStore().list();
    }

    @Override
    public void close() {
        informer.stop();
    }

    private record Calls(Listener listener) implements ResourceEventHandler<Pod> {
        @Override
        public void onAdd(Pod added) {
            listener.changed(added);
        }

        @Override
        public void onUpdate(Pod before, Pod after) {
            listener.changed(after);
        }

        @Override
        public void onDelete(Pod deleted, boolean lastStateUnknown) {
            listener.gone(deleted);
        }
    }
}
