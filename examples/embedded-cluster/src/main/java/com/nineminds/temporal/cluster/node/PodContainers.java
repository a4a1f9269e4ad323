package com.nineminds.temporal.cluster.node;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.PodSpec;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** All containers of one pod: in which order they start and stop. Used by the pod's thread alone. */
final class PodContainers {
    private final List<ContainerRunner> init = new ArrayList<>();
    private final List<ContainerRunner> sidecars = new ArrayList<>();
    private final List<ContainerRunner> app = new ArrayList<>();
    private final Set<String> sidecarNames;
    private boolean initialized;

    PodContainers(PodContext context) {
        PodSpec spec = context.pod().get().getSpec();
        String reason = spec.getInitContainers().isEmpty() ? "ContainerCreating" : "PodInitializing";
        this.sidecarNames = Containers.sidecars(spec);
        for (Container container : spec.getInitContainers()) {
            boolean sidecar = sidecarNames.contains(container.getName());
            ContainerRole role = sidecar ? ContainerRole.SIDECAR : ContainerRole.INIT;
            ContainerRunner runner = new ContainerRunner(context, new ContainerSlot(container, role, reason));
            init.add(runner);
            if (sidecar) {
                sidecars.add(runner);
            }
        }
        for (Container container : spec.getContainers()) {
            app.add(new ContainerRunner(context, new ContainerSlot(container, ContainerRole.APP, reason)));
        }
    }

    /** Starts what may run now. */
    void drive() {
        for (ContainerRunner next : init) {
            next.drive();
            if (!initialized && !next.initialized()) {
                return;
            }
        }
        initialized = true;
        app.forEach(ContainerRunner::drive);
    }

    /** Stops what runs, sidecars after the others; returns whether anything still runs. */
    boolean stop(Duration grace) {
        List<ContainerRunner> first = Stream.concat(init.stream().filter(one -> !sidecars.contains(one)), app.stream())
                .filter(ContainerRunner::running)
                .toList();
        List<ContainerRunner> next = first.isEmpty()
                ? sidecars.stream().filter(ContainerRunner::running).toList()
                : first;
        next.forEach(one -> one.stop(grace, "Stopping container " + one.name()));
        return !next.isEmpty();
    }

    void kill(ExitCause cause) {
        all().forEach(container -> container.kill(cause));
    }

    boolean anyRunning() {
        return all().anyMatch(ContainerRunner::running);
    }

    /** The container of a name; the first one of the pod when the name is empty. */
    Optional<ContainerRunner> find(String name) {
        return name.isEmpty()
                ? app.stream().findFirst()
                : all().filter(container -> container.name().equals(name)).findFirst();
    }

    Containers statuses() {
        return new Containers(
                init.stream().map(ContainerRunner::status).toList(),
                app.stream().map(ContainerRunner::status).toList(),
                sidecarNames);
    }

    private Stream<ContainerRunner> all() {
        return Stream.concat(init.stream(), app.stream());
    }
}
