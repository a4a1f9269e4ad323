package com.nineminds.temporal.cluster.node;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerStatus;
import io.fabric8.kubernetes.api.model.ContainerStatusBuilder;
import io.fabric8.kubernetes.api.model.Pod;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** How all containers of a simulated pod look at one moment. */
interface Scene {
    /**
     * Returns the statuses of the pod's containers.
     *
     * @param restarts of every container up to now
     */
    Containers containers(Pod pod, int restarts, Instant now);

    static Scene running(boolean ready) {
        return app((status, now) -> status.withReady(ready).withStarted(true).withState(States.running(now)));
    }

    /** Running again after an exit. */
    static Scene restarted(int exitCode, String reason) {
        return app((status, now) -> status.withReady(true)
                .withStarted(true)
                .withState(States.running(now))
                .withLastState(States.terminated(exitCode, reason, now, now)));
    }

    static Scene exited(int exitCode, String reason) {
        return app((status, now) ->
                status.withReady(false).withStarted(false).withState(States.terminated(exitCode, reason, now, now)));
    }

    static Scene crashLoop(int exitCode, String reason) {
        return app((status, now) -> status.withReady(false)
                .withStarted(false)
                .withState(States.waiting(States.CRASH_LOOP, "back-off restarting failed container"))
                .withLastState(States.terminated(exitCode, reason, now, now)));
    }

    static Scene waitingFor(String reason, String message) {
        return app(
                (status, now) -> status.withReady(false).withStarted(false).withState(States.waiting(reason, message)));
    }

    /** The first init container runs; the pod's other containers wait for it. */
    static Scene initRunning() {
        return init((status, now) -> status.withReady(false).withStarted(true).withState(States.running(now)));
    }

    static Scene initCrashLoop(int exitCode) {
        return init((status, now) -> status.withReady(false)
                .withStarted(false)
                .withState(States.waiting(States.CRASH_LOOP, "back-off restarting failed container"))
                .withLastState(States.terminated(exitCode, "Error", now, now)));
    }

    private static Scene app(Look look) {
        return (pod, restarts, now) -> {
            List<ContainerStatus> init = pod.getSpec().getInitContainers().stream()
                    .map(container -> completed(container, now))
                    .toList();
            List<ContainerStatus> app = pod.getSpec().getContainers().stream()
                    .map(container -> look.at(status(container, restarts), now).build())
                    .toList();
            return new Containers(init, app, Containers.sidecars(pod.getSpec()));
        };
    }

    private static Scene init(Look first) {
        return (pod, restarts, now) -> {
            Stream<Container> rest = pod.getSpec().getInitContainers().stream().skip(1);
            Stream<ContainerStatus> init = Stream.concat(
                    Stream.of(first.at(status(firstInit(pod), restarts), now).build()), rest.map(Scene::initializing));
            List<ContainerStatus> app = pod.getSpec().getContainers().stream()
                    .map(Scene::initializing)
                    .toList();
            return new Containers(init.toList(), app, Containers.sidecars(pod.getSpec()));
        };
    }

    /** A pod without init containers is shown with one of the name {@code init}. */
    private static Container firstInit(Pod pod) {
        return pod.getSpec().getInitContainers().stream().findFirst().orElseGet(() -> {
            Container made = new Container();
            made.setName("init");
            made.setImage(pod.getSpec().getContainers().get(0).getImage());
            return made;
        });
    }

    private static ContainerStatus initializing(Container container) {
        return status(container, 0)
                .withReady(false)
                .withStarted(false)
                .withState(States.waiting("PodInitializing", null))
                .build();
    }

    private static ContainerStatus completed(Container container, Instant now) {
        boolean sidecar = "Always".equals(container.getRestartPolicy());
        return status(container, 0)
                .withReady(true)
                .withStarted(sidecar)
                .withState(sidecar ? States.running(now) : States.terminated(0, "Completed", now, now))
                .build();
    }

    private static ContainerStatusBuilder status(Container container, int restarts) {
        return new ContainerStatusBuilder()
                .withName(container.getName())
                .withImage(container.getImage())
                .withImageID("")
                .withRestartCount(restarts);
    }

    /** Fills in one container's status. */
    interface Look {
        ContainerStatusBuilder at(ContainerStatusBuilder status, Instant now);
    }
}
