package com.nineminds.temporal.worker.tenant.wire;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.protobuf.ByteString;
import com.google.protobuf.util.Durations;
import io.temporal.api.common.v1.Payload;
import io.temporal.api.common.v1.Payloads;
import io.temporal.api.common.v1.WorkflowExecution;
import io.temporal.api.common.v1.WorkflowType;
import io.temporal.api.enums.v1.HistoryEventFilterType;
import io.temporal.api.history.v1.HistoryEvent;
import io.temporal.api.query.v1.WorkflowQuery;
import io.temporal.api.taskqueue.v1.TaskQueue;
import io.temporal.api.workflowservice.v1.GetWorkflowExecutionHistoryRequest;
import io.temporal.api.workflowservice.v1.QueryWorkflowRequest;
import io.temporal.api.workflowservice.v1.RequestCancelWorkflowExecutionRequest;
import io.temporal.api.workflowservice.v1.SignalWorkflowExecutionRequest;
import io.temporal.api.workflowservice.v1.StartWorkflowExecutionRequest;
import io.temporal.serviceclient.WorkflowServiceStubs;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** A caller in some other language: it knows names and JSON, and none of our classes. */
public final class JsonClient implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final WorkflowServiceStubs stubs;
    private final String taskQueue;

    public JsonClient(String address, String taskQueue) {
        this.taskQueue = taskQueue;
        this.stubs = WorkflowServiceStubs.newServiceStubs(WorkflowServiceStubsOptions.newBuilder()
                .setTarget(address)
                .setRpcTimeout(Duration.ofMinutes(1))
                .build());
    }

    /** Starts as the product's callers do: run timeout 30 minutes, execution timeout 1 hour, task timeout 1 minute. */
    public WorkflowExecution start(String type, String id, String... json) {
        return start(type, id, Duration.ofMinutes(30), json);
    }

    public WorkflowExecution start(String type, String id, Duration runTimeout, String... json) {
        String run = stubs.blockingStub()
                .startWorkflowExecution(StartWorkflowExecutionRequest.newBuilder()
                        .setNamespace("default")
                        .setWorkflowId(id)
                        .setRequestId(UUID.randomUUID().toString())
                        .setWorkflowType(WorkflowType.newBuilder().setName(type))
                        .setTaskQueue(TaskQueue.newBuilder().setName(taskQueue))
                        .setInput(payloads(json))
                        .setWorkflowExecutionTimeout(Durations.fromHours(1))
                        .setWorkflowRunTimeout(Durations.fromSeconds(runTimeout.toSeconds()))
                        .setWorkflowTaskTimeout(Durations.fromMinutes(1))
                        .build())
                .getRunId();
        return WorkflowExecution.newBuilder().setWorkflowId(id).setRunId(run).build();
    }

    public void signal(WorkflowExecution workflow, String name, String json) {
        var request = SignalWorkflowExecutionRequest.newBuilder()
                .setNamespace("default")
                .setWorkflowExecution(workflow)
                .setSignalName(name)
                .setInput(payloads(json))
                .build();
        var unused = stubs.blockingStub().signalWorkflowExecution(request);
    }

    public void requestCancel(WorkflowExecution workflow) {
        var request = RequestCancelWorkflowExecutionRequest.newBuilder()
                .setNamespace("default")
                .setWorkflowExecution(workflow)
                .build();
        var unused = stubs.blockingStub().requestCancelWorkflowExecution(request);
    }

    public JsonNode query(WorkflowExecution workflow, String name) {
        return json(stubs.blockingStub()
                .queryWorkflow(QueryWorkflowRequest.newBuilder()
                        .setNamespace("default")
                        .setExecution(workflow)
                        .setQuery(WorkflowQuery.newBuilder().setQueryType(name))
                        .build())
                .getQueryResult()
                .getPayloads(0));
    }

    /** The result of a workflow that must complete. */
    public JsonNode result(WorkflowExecution workflow) {
        HistoryEvent end = end(workflow);
        if (!end.hasWorkflowExecutionCompletedEventAttributes()) {
            throw new AssertionError("not completed: " + end);
        }
        return json(
                end.getWorkflowExecutionCompletedEventAttributes().getResult().getPayloads(0));
    }

    /** Waits for the event with which the workflow ends. */
    public HistoryEvent end(WorkflowExecution workflow) {
        for (int poll = 0; poll < 10; poll++) {
            var history = stubs.blockingStub()
                    .getWorkflowExecutionHistory(GetWorkflowExecutionHistoryRequest.newBuilder()
                            .setNamespace("default")
                            .setExecution(workflow)
                            .setWaitNewEvent(true)
                            .setHistoryEventFilterType(HistoryEventFilterType.HISTORY_EVENT_FILTER_TYPE_CLOSE_EVENT)
                            .build())
                    .getHistory();
            if (history.getEventsCount() > 0) {
                return history.getEvents(history.getEventsCount() - 1);
            }
        }
        throw new AssertionError("the workflow does not end");
    }

    public List<HistoryEvent> history(WorkflowExecution workflow) {
        return stubs.blockingStub()
                .getWorkflowExecutionHistory(GetWorkflowExecutionHistoryRequest.newBuilder()
                        .setNamespace("default")
                        .setExecution(workflow)
                        .build())
                .getHistory()
                .getEventsList();
    }

    public static JsonNode json(Payload payload) {
        if (!payload.getMetadataOrThrow("encoding").toStringUtf8().equals("json/plain")) {
            throw new AssertionError("not plain JSON: " + payload);
        }
        return parse(payload.getData().toStringUtf8());
    }

    public static JsonNode parse(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException none) {
            throw new AssertionError(none);
        }
    }

    @Override
    public void close() {
        stubs.shutdownNow();
    }

    private static Payloads payloads(String... json) {
        return Payloads.newBuilder()
                .addAllPayloads(Stream.of(json)
                        .map(text -> Payload.newBuilder()
                                .putMetadata("encoding", ByteString.copyFromUtf8("json/plain"))
                                .setData(ByteString.copyFromUtf8(text))
                                .build())
                        .toList())
                .build();
    }
}
