package com.nineminds.temporal.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.temporal.api.enums.v1.EventType;
import io.temporal.api.enums.v1.TaskQueueType;
import io.temporal.api.taskqueue.v1.PollerInfo;
import io.temporal.api.taskqueue.v1.TaskQueue;
import io.temporal.api.workflowservice.v1.DescribeTaskQueueRequest;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowClientOptions;
import io.temporal.client.WorkflowOptions;
import io.temporal.client.WorkflowStub;
import io.temporal.common.VersioningBehavior;
import io.temporal.common.WorkerDeploymentVersion;
import io.temporal.serviceclient.WorkflowServiceStubs;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;
import io.temporal.worker.WorkerDeploymentOptions;
import io.temporal.worker.WorkerFactory;
import io.temporal.worker.WorkerOptions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class SdkWorkerTest {

    @BeforeAll
    static void waitLongOnBusyMachines() {
        Awaitility.setDefaultTimeout(Duration.ofSeconds(30));
    }

    private final MovableClock clock = new MovableClock();
    private final EmbeddedTemporal temporal =
            EmbeddedTemporal.start(EmbeddedTemporalOptions.defaults().withClock(clock));
    private final WorkflowServiceStubs stubs =
            WorkflowServiceStubs.newServiceStubs(WorkflowServiceStubsOptions.newBuilder()
                    .setTarget(temporal.address())
                    .build());
    private final List<WorkerFactory> workers = new ArrayList<>();

    @AfterEach
    void stop() {
        workers.forEach(WorkerFactory::shutdownNow);
        stubs.shutdownNow();
        temporal.close();
    }

    @Test
    void a_worker_is_described_by_its_identity_on_both_kinds_of_its_task_queue() {
        worker("default", "pod-a", WorkerOptions.getDefaultInstance());

        await().untilAsserted(() -> {
            assertThat(described("default", TaskQueueType.TASK_QUEUE_TYPE_WORKFLOW))
                    .containsExactly("pod-a");
            assertThat(described("default", TaskQueueType.TASK_QUEUE_TYPE_ACTIVITY))
                    .containsExactly("pod-a");
        });
        assertThat(temporal.pollers("default", "greetings"))
                .contains(new PollerSeen(
                        "pod-a", PollKind.ACTIVITY, false, MovableClock.START, 100_000, Optional.empty()));
    }

    @Test
    void namespaces_do_not_see_each_other() {
        worker("team-one", "pod-a", WorkerOptions.getDefaultInstance());
        worker("team-two", "pod-b", WorkerOptions.getDefaultInstance());

        await().untilAsserted(() -> {
            assertThat(described("team-one", TaskQueueType.TASK_QUEUE_TYPE_WORKFLOW))
                    .containsExactly("pod-a");
            assertThat(described("team-two", TaskQueueType.TASK_QUEUE_TYPE_WORKFLOW))
                    .containsExactly("pod-b");
        });
    }

    @Test
    void a_workflow_runs_to_its_result() {
        WorkerFactory worker = worker("default", "pod-a", WorkerOptions.getDefaultInstance());

        Greeting greeting = worker.getWorkflowClient()
                .newWorkflowStub(
                        Greeting.class,
                        WorkflowOptions.newBuilder()
                                .setTaskQueue("greetings")
                                .setWorkflowId("one")
                                .build());

        assertThat(greeting.greet("Ada")).isEqualTo("Hello Ada");
    }

    @Test
    void a_workflow_goes_on_with_another_worker_when_its_first_one_is_gone() throws Exception {
        WorkerFactory first = worker("default", "pod-a", WorkerOptions.getDefaultInstance());
        WorkflowStub greeting = first.getWorkflowClient()
                .newUntypedWorkflowStub(
                        "Greeting",
                        WorkflowOptions.newBuilder().setTaskQueue("greetings").build());
        greeting.start("Ada");
        await().until(() ->
                first.getWorkflowClient().fetchHistory(greeting.getExecution().getWorkflowId()).getEvents().stream()
                        .anyMatch(event -> event.getEventType() == EventType.EVENT_TYPE_TIMER_STARTED));

        first.shutdownNow();
        first.awaitTermination(10, TimeUnit.SECONDS);
        worker("default", "pod-b", WorkerOptions.getDefaultInstance());

        assertThat(greeting.getResult(20, TimeUnit.SECONDS, String.class)).isEqualTo("Hello Ada");
    }

    @Test
    void a_worker_that_shut_down_is_forgotten_after_the_time_to_live() {
        WorkerFactory worker = worker("default", "pod-a", WorkerOptions.getDefaultInstance());
        await().until(() -> temporal.pollers("default", "greetings").stream()
                        .map(PollerSeen::kind)
                        .distinct()
                        .count()
                == 2);

        clock.advance(Duration.ofSeconds(5));
        worker.shutdown();
        worker.awaitTermination(10, TimeUnit.SECONDS);
        clock.advance(Duration.ofSeconds(24));
        assertThat(described("default", TaskQueueType.TASK_QUEUE_TYPE_WORKFLOW)).containsExactly("pod-a");

        clock.advance(Duration.ofSeconds(1));
        assertThat(described("default", TaskQueueType.TASK_QUEUE_TYPE_WORKFLOW)).isEmpty();
        assertThat(described("default", TaskQueueType.TASK_QUEUE_TYPE_ACTIVITY)).isEmpty();
    }

    @Test
    void the_deployment_version_of_a_versioned_worker_is_seen() {
        var version = new WorkerDeploymentVersion("tenants", "4f2a");
        worker(
                "default",
                "pod-a",
                WorkerOptions.newBuilder()
                        .setDeploymentOptions(WorkerDeploymentOptions.newBuilder()
                                .setUseVersioning(true)
                                .setVersion(version)
                                .setDefaultVersioningBehavior(VersioningBehavior.AUTO_UPGRADE)
                                .build())
                        .build());

        await().untilAsserted(() -> assertThat(temporal.pollers("default", "greetings"))
                .isNotEmpty()
                .allSatisfy(poller -> assertThat(poller.deploymentVersion()).contains("tenants:4f2a")));
    }

    private WorkerFactory worker(String namespace, String identity, WorkerOptions options) {
        WorkflowClient client = WorkflowClient.newInstance(
                stubs,
                WorkflowClientOptions.newBuilder()
                        .setNamespace(namespace)
                        .setIdentity(identity)
                        .build());
        WorkerFactory factory = WorkerFactory.newInstance(client);
        var worker = factory.newWorker("greetings", options);
        worker.registerWorkflowImplementationTypes(Greeting.Code.class);
        worker.registerActivitiesImplementations((Greeting.Words) name -> "Hello " + name);
        factory.start();
        workers.add(factory);
        return factory;
    }

    private List<String> described(String namespace, TaskQueueType type) {
        var request = DescribeTaskQueueRequest.newBuilder()
                .setNamespace(namespace)
                .setTaskQueue(TaskQueue.newBuilder().setName("greetings"))
                .setTaskQueueType(type)
                .build();
        return stubs.blockingStub().describeTaskQueue(request).getPollersList().stream()
                .map(PollerInfo::getIdentity)
                .toList();
    }
}
