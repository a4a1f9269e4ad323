package com.nineminds.temporal.worker.runtime.sample;

import io.temporal.activity.ActivityOptions;
import io.temporal.workflow.Workflow;
import java.time.Duration;

/** The workflow's code. Activities lost with their worker are found by the missing heartbeat and repeated elsewhere. */
public final class GreetingWorkflowCode implements GreetingWorkflow {

    private final Greetings greetings = Workflow.newActivityStub(
            Greetings.class,
            ActivityOptions.newBuilder()
                    .setStartToCloseTimeout(Duration.ofMinutes(5))
                    .setHeartbeatTimeout(Duration.ofSeconds(5))
                    .build());

    private int composed;

    @Override
    public String greet(GreetingRequest request) {
        String greeting = "";
        for (int round = 1; round <= request.rounds(); round++) {
            Workflow.sleep(Duration.ofMillis(request.pauseMillis()));
            greeting = greetings.compose(request.name(), round, request.workMillis());
            composed = round;
        }
        return greeting;
    }

    @Override
    public int composed() {
        return composed;
    }
}
