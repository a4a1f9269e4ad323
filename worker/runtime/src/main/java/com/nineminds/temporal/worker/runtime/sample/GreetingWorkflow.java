package com.nineminds.temporal.worker.runtime.sample;

import io.temporal.workflow.QueryMethod;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;

/** Greets somebody several times with pauses between, so that it is still running while workers come and go. */
@WorkflowInterface
public interface GreetingWorkflow {

    /** The last greeting. */
    @WorkflowMethod(name = "GreetingWorkflow")
    String greet(GreetingRequest request);

    /** How many greetings have been composed so far. */
    @QueryMethod
    int composed();
}
