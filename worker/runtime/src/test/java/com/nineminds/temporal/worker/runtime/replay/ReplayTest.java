package com.nineminds.temporal.worker.runtime.replay;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.util.JsonFormat;
import com.nineminds.temporal.embedded.EmbeddedTemporal;
import com.nineminds.temporal.embedded.EmbeddedTemporalOptions;
import com.nineminds.temporal.worker.runtime.registration.Registration;
import com.nineminds.temporal.worker.runtime.sample.GreetingRequest;
import com.nineminds.temporal.worker.runtime.sample.GreetingWorkflow;
import com.nineminds.temporal.worker.runtime.sample.SampleWorker;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowOptions;
import io.temporal.common.converter.GlobalDataConverter;
import io.temporal.serviceclient.WorkflowServiceStubs;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;
import io.temporal.worker.WorkerFactory;
import io.temporal.workflow.Workflow;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReplayTest {

    /** The sample workflow after a careless change: the pause comes after the greeting. */
    public static final class CarelessGreeting implements GreetingWorkflow {

        @Override
        public String greet(GreetingRequest request) {
            for (int round = 0; round < request.rounds(); round++) {
                Workflow.sideEffect(Integer.class, () -> 1);
                Workflow.sleep(Duration.ofMillis(1));
            }
            return "";
        }

        @Override
        public int composed() {
            return 0;
        }
    }

    @TempDir
    private Path directory;

    @Test
    void a_history_replays_with_the_code_that_wrote_it_and_a_careless_change_is_named() throws Exception {
        Path history = directory.resolve("greeting.json");
        Files.writeString(history, recordedHistory());
        Files.writeString(directory.resolve("notes.txt"), "no history");

        assertThat(HistoryFiles.of(List.of(directory))).containsExactly(history);
        try (var replayer = new Replayer(SampleWorker.registration(), GlobalDataConverter.get())) {
            assertThat(replayer.difference(history)).isEmpty();
        }
        var changed = Registration.builder().workflows(CarelessGreeting.class).build();
        try (var replayer = new Replayer(changed, GlobalDataConverter.get())) {
            assertThat(replayer.difference(history))
                    .hasValueSatisfying(why -> assertThat(why).contains("TMPRL1100"));
        }
    }

    private static String recordedHistory() throws InvalidProtocolBufferException {
        try (var temporal = EmbeddedTemporal.start(EmbeddedTemporalOptions.defaults())) {
            var stubs = WorkflowServiceStubs.newServiceStubs(WorkflowServiceStubsOptions.newBuilder()
                    .setTarget(temporal.address())
                    .build());
            var client = WorkflowClient.newInstance(stubs);
            var factory = WorkerFactory.newInstance(client);
            SampleWorker.registration().addTo(factory.newWorker("greetings"));
            factory.start();
            client.newWorkflowStub(
                            GreetingWorkflow.class,
                            WorkflowOptions.newBuilder()
                                    .setTaskQueue("greetings")
                                    .setWorkflowId("greeting")
                                    .build())
                    .greet(new GreetingRequest("Ada", 1, 1, 0));
            String history =
                    JsonFormat.printer().print(client.fetchHistory("greeting").getHistory());
            factory.shutdownNow();
            stubs.shutdownNow();
            return history;
        }
    }
}
