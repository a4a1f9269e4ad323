package com.nineminds.temporal.worker.runtime.sample;

import com.nineminds.temporal.worker.runtime.WorkerMain;
import com.nineminds.temporal.worker.runtime.registration.Registration;

/** A worker process that runs {@link GreetingWorkflow}. */
public final class SampleWorker {

    private SampleWorker() {}

    /** Everything is set by the environment. */
    public static void main(String[] arguments) {
        WorkerMain.run(arguments, registration());
    }

    /** The workflow and its activity. */
    public static Registration registration() {
        return Registration.builder()
                .workflows(GreetingWorkflowCode.class)
                .activities(new SlowGreetings())
                .build();
    }
}
