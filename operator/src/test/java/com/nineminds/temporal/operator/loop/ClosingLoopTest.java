package com.nineminds.temporal.operator.loop;

import static org.assertj.core.api.Assertions.assertThat;

import com.nineminds.temporal.api.v1alpha1.Phase;
import io.javaoperatorsdk.operator.api.config.ExecutorServiceManager;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** An operator may be told to end at any moment, also while it reconciles. */
@LoopLevel
class ClosingLoopTest {
    private Story story;

    @AfterEach
    void close() {
        story.close();
    }

    /** The caches are emptied before the last reconcile has ended: then there is no pod in them, and none was lost. */
    @Test
    void a_reconcile_under_way_takes_nothing_from_caches_that_are_emptied() throws InterruptedException {
        story = Story.serving(WorkerYaml.image("one"));
        story.apply(WorkerYaml.image("two").with("rollout.steps", "[{share: 50, hold: 10m}]"));
        String target = story.awaitCurrent(Phase.Holding).target().hash();
        Map<String, String> before = record(target);

        closeInAReconcile();

        assertThat(record(target)).isEqualTo(before);
        story.startOperator();
        story.annotate("promote", target);
        assertThat(story.awaitCurrent(Phase.Healthy).stable().hash()).isEqualTo(target);
    }

    private Map<String, String> record(String hash) {
        return story.kubectl.record(hash).get().getMetadata().getAnnotations();
    }

    private void closeInAReconcile() throws InterruptedException {
        CountDownLatch reconciling = new CountDownLatch(1);
        CompletableFuture<Void> emptied = new CompletableFuture<>();
        story.clock.beforeNext(() -> {
            reconciling.countDown();
            emptied.join();
        });
        story.nudge();
        reconciling.await();
        Thread closing = new Thread(story::stopOperator);
        closing.start();
        Awaitility.await().until(() -> waitsForReconciles(closing));
        emptied.complete(null);
        closing.join();
    }

    /** The last thing that the framework does, after its caches were emptied. */
    private static boolean waitsForReconciles(Thread closing) {
        return Arrays.stream(closing.getStackTrace())
                .anyMatch(frame -> frame.getClassName().equals(ExecutorServiceManager.class.getName()));
    }
}
