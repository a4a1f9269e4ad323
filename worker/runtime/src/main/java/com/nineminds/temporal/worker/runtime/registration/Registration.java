package com.nineminds.temporal.worker.runtime.registration;

import io.temporal.worker.Worker;
import io.temporal.worker.WorkflowImplementationOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Workflow and activity types. The same instances of activities serve all task queues at the same time. */
public final class Registration {

    private final List<Consumer<Worker>> steps;
    private final List<Class<?>> workflows;
    private final List<Object> activities;

    private Registration(Builder builder) {
        this.steps = List.copyOf(builder.steps);
        this.workflows = List.copyOf(builder.workflows);
        this.activities = List.copyOf(builder.activities);
    }

    public static Builder builder() {
        return new Builder();
    }

    /** Adds everything to a worker. */
    public void addTo(Worker worker) {
        addWorkflowsTo(worker);
        worker.registerActivitiesImplementations(activities.toArray());
    }

    /** Adds the workflows only, which is all that a replay needs. */
    public void addWorkflowsTo(Worker worker) {
        steps.forEach(step -> step.accept(worker));
    }

    /** Names of everything, as callers use them. */
    public RegisteredTypes types() {
        return RegisteredTypes.of(workflows, activities);
    }

    /** Collects types in any order. */
    public static final class Builder {

        private final List<Consumer<Worker>> steps = new ArrayList<>();
        private final List<Class<?>> workflows = new ArrayList<>();
        private final List<Object> activities = new ArrayList<>();

        private Builder() {}

        public Builder workflows(Class<?>... implementations) {
            return workflows(WorkflowImplementationOptions.getDefaultInstance(), implementations);
        }

        public Builder workflows(WorkflowImplementationOptions options, Class<?>... implementations) {
            steps.add(worker -> worker.registerWorkflowImplementationTypes(options, implementations));
            workflows.addAll(List.of(implementations));
            return this;
        }

        /** A workflow whose implementation is made by {@code factory}, once per run. */
        public <W> Builder workflow(WorkflowImplementationOptions options, Class<W> type, Supplier<W> factory) {
            steps.add(worker -> worker.registerWorkflowImplementationFactory(type, factory::get, options));
            workflows.add(type);
            return this;
        }

        public Builder activities(Object... implementations) {
            activities.addAll(List.of(implementations));
            return this;
        }

        public Registration build() {
            return new Registration(this);
        }
    }
}
