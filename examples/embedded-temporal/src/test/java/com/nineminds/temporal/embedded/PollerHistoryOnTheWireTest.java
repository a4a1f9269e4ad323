package com.nineminds.temporal.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.google.common.util.concurrent.ListenableFuture;
import com.google.protobuf.DoubleValue;
import io.grpc.Grpc;
import io.grpc.InsecureChannelCredentials;
import io.grpc.ManagedChannel;
import io.temporal.api.common.v1.WorkflowType;
import io.temporal.api.enums.v1.TaskQueueKind;
import io.temporal.api.enums.v1.TaskQueueType;
import io.temporal.api.taskqueue.v1.PollerInfo;
import io.temporal.api.taskqueue.v1.TaskQueue;
import io.temporal.api.taskqueue.v1.TaskQueueMetadata;
import io.temporal.api.taskqueue.v1.TaskQueuePartitionMetadata;
import io.temporal.api.workflowservice.v1.DescribeTaskQueueRequest;
import io.temporal.api.workflowservice.v1.DescribeTaskQueueResponse;
import io.temporal.api.workflowservice.v1.ListTaskQueuePartitionsRequest;
import io.temporal.api.workflowservice.v1.PollActivityTaskQueueRequest;
import io.temporal.api.workflowservice.v1.PollWorkflowTaskQueueRequest;
import io.temporal.api.workflowservice.v1.PollWorkflowTaskQueueResponse;
import io.temporal.api.workflowservice.v1.StartWorkflowExecutionRequest;
import io.temporal.api.workflowservice.v1.WorkflowServiceGrpc;
import io.temporal.api.workflowservice.v1.WorkflowServiceGrpc.WorkflowServiceBlockingStub;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Polls are sent one by one here, so that the times of access are known exactly. */
class PollerHistoryOnTheWireTest {

    @BeforeAll
    static void waitLongOnBusyMachines() {
        Awaitility.setDefaultTimeout(Duration.ofSeconds(30));
    }

    private final MovableClock clock = new MovableClock();
    private final EmbeddedTemporal temporal =
            EmbeddedTemporal.start(EmbeddedTemporalOptions.defaults().withClock(clock));
    private final ManagedChannel channel = Grpc.newChannelBuilder(
                    temporal.address(), InsecureChannelCredentials.create())
            .build();
    private final WorkflowServiceBlockingStub service = WorkflowServiceGrpc.newBlockingStub(channel);

    @AfterEach
    void stop() {
        channel.shutdownNow();
        temporal.close();
    }

    @Test
    void an_unknown_task_queue_has_no_pollers_and_is_no_error() {
        assertThat(describe("nobody-polls-this")).isEqualTo(DescribeTaskQueueResponse.getDefaultInstance());
    }

    @Test
    void a_poll_counts_as_an_access_when_it_begins_and_when_it_ends() throws Exception {
        var poll = poll("orders", "pod-a");
        awaitAccess("orders", MovableClock.START);

        clock.advance(Duration.ofSeconds(7));
        startWorkflow("orders");
        assertThat(poll.get().getWorkflowExecution().getWorkflowId()).isEqualTo("one");

        awaitAccess("orders", MovableClock.START.plusSeconds(7));
    }

    @Test
    void a_cancelled_poll_does_not_count_as_an_access_when_it_ends() {
        var poll = poll("orders", "pod-a");
        awaitAccess("orders", MovableClock.START);

        clock.advance(Duration.ofSeconds(29));
        poll.cancel(true);
        poll("other", "pod-b");
        awaitAccess("other", MovableClock.START.plusSeconds(29));

        assertThat(describe("orders").getPollersList())
                .singleElement()
                .satisfies(poller -> assertThat(poller.getLastAccessTime().getSeconds())
                        .isEqualTo(MovableClock.START.getEpochSecond()));
        clock.advance(Duration.ofSeconds(1));
        assertThat(describe("orders").getPollersList()).isEmpty();
    }

    @Test
    void polls_of_a_sticky_queue_do_not_make_a_poller_of_its_task_queue() {
        var sticky = TaskQueue.newBuilder()
                .setName("pod-a:sticky")
                .setKind(TaskQueueKind.TASK_QUEUE_KIND_STICKY)
                .setNormalName("orders");
        WorkflowServiceGrpc.newFutureStub(channel)
                .pollWorkflowTaskQueue(PollWorkflowTaskQueueRequest.newBuilder()
                        .setNamespace("default")
                        .setTaskQueue(sticky)
                        .setIdentity("pod-a")
                        .build());

        awaitAccess("pod-a:sticky", MovableClock.START);
        assertThat(describe("orders").getPollersList()).isEmpty();
        assertThat(temporal.pollers("default", "orders"))
                .singleElement()
                .satisfies(seen -> assertThat(seen.sticky()).isTrue());
    }

    @Test
    void the_rate_that_an_activity_worker_asks_for_is_reported() {
        var limit = TaskQueueMetadata.newBuilder().setMaxTasksPerSecond(DoubleValue.of(2.5));
        WorkflowServiceGrpc.newFutureStub(channel)
                .pollActivityTaskQueue(PollActivityTaskQueueRequest.newBuilder()
                        .setNamespace("default")
                        .setTaskQueue(TaskQueue.newBuilder().setName("orders"))
                        .setIdentity("pod-a")
                        .setTaskQueueMetadata(limit)
                        .build());

        await().untilAsserted(() -> assertThat(service.describeTaskQueue(request("orders")
                                .setTaskQueueType(TaskQueueType.TASK_QUEUE_TYPE_ACTIVITY)
                                .build())
                        .getPollersList())
                .extracting(PollerInfo::getRatePerSecond)
                .containsExactly(2.5));
    }

    @Test
    void a_task_queue_has_one_partition_of_each_kind() {
        var partitions = service.listTaskQueuePartitions(ListTaskQueuePartitionsRequest.newBuilder()
                .setNamespace("default")
                .setTaskQueue(TaskQueue.newBuilder().setName("orders"))
                .build());

        assertThat(List.of(
                        partitions.getWorkflowTaskQueuePartitionsList(),
                        partitions.getActivityTaskQueuePartitionsList()))
                .allSatisfy(kind -> assertThat(kind)
                        .extracting(TaskQueuePartitionMetadata::getKey)
                        .containsExactly("orders"));
    }

    @Test
    void a_request_without_a_task_queue_is_refused_like_the_real_server_does() {
        assertThatThrownBy(() -> describe("")).hasMessage("INVALID_ARGUMENT: taskQueue is not set");
    }

    @Test
    void a_port_in_use_is_named() {
        int taken = Integer.parseInt(temporal.address().split(":")[1]);

        assertThatThrownBy(() -> EmbeddedTemporal.start(
                        EmbeddedTemporalOptions.defaults().withPort(taken)))
                .hasMessageContaining("cannot listen on port " + taken);
    }

    private ListenableFuture<PollWorkflowTaskQueueResponse> poll(String taskQueue, String identity) {
        return WorkflowServiceGrpc.newFutureStub(channel)
                .pollWorkflowTaskQueue(PollWorkflowTaskQueueRequest.newBuilder()
                        .setNamespace("default")
                        .setTaskQueue(TaskQueue.newBuilder().setName(taskQueue))
                        .setIdentity(identity)
                        .build());
    }

    private void startWorkflow(String taskQueue) {
        service.startWorkflowExecution(StartWorkflowExecutionRequest.newBuilder()
                .setNamespace("default")
                .setWorkflowId("one")
                .setWorkflowType(WorkflowType.newBuilder().setName("any"))
                .setTaskQueue(TaskQueue.newBuilder().setName(taskQueue))
                .setRequestId("one")
                .build());
    }

    private void awaitAccess(String taskQueue, Instant at) {
        await().untilAsserted(() -> assertThat(describe(taskQueue).getPollersList())
                .singleElement()
                .satisfies(poller ->
                        assertThat(poller.getLastAccessTime().getSeconds()).isEqualTo(at.getEpochSecond())));
    }

    private DescribeTaskQueueResponse describe(String taskQueue) {
        return service.describeTaskQueue(request(taskQueue).build());
    }

    private static DescribeTaskQueueRequest.Builder request(String taskQueue) {
        return DescribeTaskQueueRequest.newBuilder()
                .setNamespace("default")
                .setTaskQueue(TaskQueue.newBuilder().setName(taskQueue));
    }
}
