package com.nineminds.temporal.cluster.controllers;

import com.nineminds.temporal.cluster.autoscaling.ScriptedMetrics;
import com.nineminds.temporal.cluster.objects.EventRecorder;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.time.Clock;
import java.util.List;
import java.util.function.Function;

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
        List<Controller> controllers = controllers(client, clock, metrics);
        Watches watches = new Watches(client);
        List<WorkQueue> queues = controllers.stream()
                .map(controller -> connect(controller, watches, clock))
                .toList();
        queues.forEach(WorkQueue::start);
        watches.start();
        return new Controllers(watches, queues);
    }

    private static List<Controller> controllers(KubernetesClient client, Clock clock, ScriptedMetrics metrics) {
        Function<String, EventRecorder> events = component -> new EventRecorder(client, component, clock);
        return List.of(
                new DeploymentController(client, events.apply("deployment-controller"), clock),
                new ReplicaSetController(client, events.apply("replicaset-controller"), clock),
                new HorizontalPodAutoscalerController(
                        client, events.apply("horizontal-pod-autoscaler"), clock, metrics),
                new PodDisruptionBudgetController(client, events.apply("controllermanager"), clock),
                new ResourceQuotaController(client),
                new NodeLifecycleController(
                        client, events.apply("node-controller"), events.apply("taint-eviction-controller"), clock),
                new Scheduler(client, events.apply("default-scheduler"), clock));
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
