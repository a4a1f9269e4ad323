package com.nineminds.temporal.worker.runtime;

import com.nineminds.temporal.worker.runtime.dependency.Dependency;
import com.nineminds.temporal.worker.runtime.registration.Registration;
import io.temporal.common.converter.DataConverter;
import io.temporal.common.converter.GlobalDataConverter;
import java.util.ArrayList;
import java.util.List;

/**
 * What a worker is made of.
 *
 * @param dependencies prepared in this order before polling begins, then watched
 * @param resources closed in reverse order after the worker has drained
 */
public record WorkerParts(
        Registration registration,
        DataConverter dataConverter,
        List<Dependency> dependencies,
        List<AutoCloseable> resources) {

    public WorkerParts {
        dependencies = List.copyOf(dependencies);
        resources = List.copyOf(resources);
    }

    /** Workflows and activities, and the SDK's own payloads. */
    public static WorkerParts of(Registration registration) {
        return new WorkerParts(registration, GlobalDataConverter.get(), List.of(), List.of());
    }

    public WorkerParts withDataConverter(DataConverter converter) {
        return new WorkerParts(registration, converter, dependencies, resources);
    }

    public WorkerParts withDependency(Dependency dependency) {
        var more = new ArrayList<>(dependencies);
        more.add(dependency);
        return new WorkerParts(registration, dataConverter, more, resources);
    }

    public WorkerParts withResource(AutoCloseable resource) {
        var more = new ArrayList<>(resources);
        more.add(resource);
        return new WorkerParts(registration, dataConverter, dependencies, more);
    }
}
