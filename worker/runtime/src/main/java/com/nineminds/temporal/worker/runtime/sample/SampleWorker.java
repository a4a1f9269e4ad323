package com.nineminds.temporal.worker.runtime.sample;

import com.nineminds.temporal.worker.runtime.WorkerMain;
import io.temporal.worker.Worker;

/** A worker process that runs {@link GreetingWorkflow}. */
public final class SampleWorker {

    private SampleWorker() {}

    /** Takes no arguments: everything is set by the environment. */
    public static void main(String[] arguments) {
        WorkerMain.run(SampleWorker::register);
    }

    /** Adds the workflow and its activity to a worker. */
    public static void register(Worker worker) {
        worker.registerWorkflowImplementationTypes(GreetingWorkflowCode.class);
        worker.registerActivitiesImplementations(new SlowGreetings());
    }
}
