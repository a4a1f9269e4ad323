package com.nineminds.temporal.cluster.controllers;

import com.nineminds.temporal.cluster.autoscaling.ScriptedMetrics;
import com.nineminds.temporal.cluster.objects.EventRecorder;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.time.Clock;
import java.util.List;

/** The running controllers of one cluster. */
public final class Controllers implements AutoCloseable {
    private final Watches watches;
    private final List<WorkQueue> queues;

    private Controllers(Watches watches, List<WorkQueue> queues) {
        this.watches = watches;
        this.queues = queues;
    }

    /**
     * Starts all controllers.
     *
     * @param client stays the caller's to close
     * @param metrics on which autoscalers act
     */
    public static Controllers start(KubernetesClient client, Clock clock, ScriptedMetrics metrics) {
        List<Controller> controllers = List.of(
                new DeploymentController(client, new EventRecorder(client, "deployment-controller", clock), clock),
                new ReplicaSetController(client, new EventRecorder(client, "replicaset-controller", clock), clock),
                new HorizontalPodAutoscalerController(
                        client, new EventRecorder(client, "horizontal-pod-autoscaler", clock), clock, metrics),
                new Scheduler(client, new EventRecorder(client, "default-scheduler", clock), clock));
        Watches watches = new Watches(client);
        List<WorkQueue> queues = controllers.stream()
                .map(controller -> connect(controller, watches, clock))
                .toList();
        queues.forEach(WorkQueue::start);
        watches.start();
        return new Controllers(watches, queues);
    }

    private static WorkQueue connect(Controller controller, Watches watches, Clock clock) {
        WorkQueue queue = new WorkQueue(controller, clock);
        controller.watch(watches, queue::add);
        return queue;
    }

    @Override
    public void close() {
        queues.forEach(WorkQueue::close);
        watches.close();
    }
}
