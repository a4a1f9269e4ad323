package com.nineminds.temporal.rehearsal;

import com.nineminds.temporal.api.v1alpha1.TemporalWorker;
import com.nineminds.temporal.cluster.node.image.ImageCommands;
import com.nineminds.temporal.rehearsal.stage.Files;
import com.nineminds.temporal.rehearsal.stage.WorkerProgram;
import com.nineminds.temporal.rehearsal.story.Act;
import com.nineminds.temporal.rehearsal.story.WorkerEdit;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The demonstration's plot: the example worker, one good change, and three bad ones that fail in different ways. */
final class Demo {
    private static final String REPOSITORY = "harbor.nineminds.com/nineminds/temporal-worker:";
    private static final String GOOD = REPOSITORY + "b41d0e7";
    private static final String WRONG_QUEUE = REPOSITORY + "c77aa10";
    private static final String MISSING = REPOSITORY + "d5e0f3b";

    private Demo() {}

    /** The images of this machine's registry; {@link #MISSING} is none of them. */
    static ImageCommands images(String temporalAddress) {
        Map<String, String> here = Map.of("TEMPORAL_ADDRESS", temporalAddress);
        Map<String, String> wrong = Map.of(
                "TEMPORAL_ADDRESS", temporalAddress,
                "TEMPORAL_TASK_QUEUES", "tenant-workflow",
                "TEMPORAL_TASK_QUEUE", "tenant-workflow");
        return ImageCommands.of(Map.of(
                REPOSITORY + "9f3c2ab",
                WorkerProgram.with(here),
                GOOD,
                WorkerProgram.with(here),
                WRONG_QUEUE,
                WorkerProgram.with(wrong)));
    }

    static TemporalWorker worker() {
        return Serialization.unmarshal(Files.exampleWorker(), TemporalWorker.class);
    }

    static List<Act> acts(TemporalWorker first) {
        TemporalWorker good = WorkerEdit.of(first).image(GOOD).done();
        return List.of(
                Act.promoted("a good revision", good),
                Act.rolledBack(
                        "the process exits at start",
                        WorkerEdit.of(good).config("LOG_LEVEL", "loud").done(),
                        "CrashLoop"),
                Act.rolledBack(
                        "the image does not exist",
                        WorkerEdit.of(good).image(MISSING).done(),
                        "ImagePullFailed"),
                Act.rolledBack(
                        "it polls another task queue",
                        WorkerEdit.of(good).image(WRONG_QUEUE).done(),
                        "NoPollers"));
    }

    static String namespace(TemporalWorker worker) {
        return Objects.requireNonNullElse(worker.getSpec().temporal().namespace(), "default");
    }

    static String taskQueue(TemporalWorker worker) {
        return worker.getSpec().temporal().taskQueues().get(0);
    }
}
