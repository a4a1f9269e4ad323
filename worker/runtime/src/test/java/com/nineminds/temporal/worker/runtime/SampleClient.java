package com.nineminds.temporal.worker.runtime;

import com.nineminds.temporal.worker.runtime.sample.GreetingRequest;
import com.nineminds.temporal.worker.runtime.sample.GreetingWorkflow;
import io.temporal.api.enums.v1.EventType;
import io.temporal.api.enums.v1.PendingActivityState;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowOptions;
import io.temporal.client.WorkflowStub;
import io.temporal.serviceclient.WorkflowServiceStubs;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;

/** Starts sample workflows and looks at what became of them. */
final class SampleClient implements AutoCloseable {

    private final WorkflowServiceStubs stubs;
    private final WorkflowClient client;

    SampleClient(String address) {
        stubs = WorkflowServiceStubs.newServiceStubs(
                WorkflowServiceStubsOptions.newBuilder().setTarget(address).build());
        client = WorkflowClient.newInstance(stubs);
    }

    WorkflowStub start(String taskQueue, GreetingRequest request) {
        return start("greeting", taskQueue, request);
    }

    WorkflowStub start(String workflowId, String taskQueue, GreetingRequest request) {
        var options = WorkflowOptions.newBuilder()
                .setTaskQueue(taskQueue)
                .setWorkflowId(workflowId)
                .build();
        GreetingWorkflow workflow = client.newWorkflowStub(GreetingWorkflow.class, options);
        WorkflowClient.start(workflow::greet, request);
        return WorkflowStub.fromTyped(workflow);
    }

    boolean activityRuns(WorkflowStub workflow) {
        return workflow.describe().getRawDescription().getPendingActivitiesList().stream()
                .anyMatch(activity -> activity.getState() == PendingActivityState.PENDING_ACTIVITY_STATE_STARTED);
    }

    long count(WorkflowStub workflow, EventType type) {
        return client.fetchHistory(workflow.getExecution().getWorkflowId()).getHistory().getEventsList().stream()
                .filter(event -> event.getEventType() == type)
                .count();
    }

    @Override
    public void close() {
        stubs.shutdownNow();
    }
}
