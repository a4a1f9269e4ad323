package com.nineminds.temporal.operator.node;

import com.nineminds.temporal.operator.gate.Frontend;
import com.nineminds.temporal.operator.gate.ProviderException;
import com.nineminds.temporal.operator.gate.Sighting;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Asks Temporal twice a second who polls, and counts those that belong to a Ready pod; pods that are gone are remembered by the server. */
final class PollerSamples implements AutoCloseable {
    private final NodeStory story;
    private final Frontend frontend;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor();
    private final List<Integer> counts = new CopyOnWriteArrayList<>();

    PollerSamples(NodeStory story, NodeLevel level) {
        this.story = story;
        this.frontend = Frontend.inPlainText(level.temporal());
        var unused = thread.scheduleWithFixedDelay(this::sample, 0, 500, TimeUnit.MILLISECONDS);
    }

    private void sample() {
        try {
            List<Sighting> seen = story.pollers.pollers(frontend, "default", story.taskQueue());
            counts.add((int) story.timeline.readyPods(pod -> true).stream()
                    .filter(pod ->
                            seen.stream().anyMatch(each -> each.identity().contains(pod)))
                    .count());
        } catch (ProviderException unknown) {
            // No answer is no sample.
        }
    }

    /** Polling pods, by sample. */
    List<Integer> counts() {
        return List.copyOf(counts);
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
