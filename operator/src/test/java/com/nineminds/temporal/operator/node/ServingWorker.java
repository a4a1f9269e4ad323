package com.nineminds.temporal.operator.node;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** One story for all tests of a class; at the start of each, revision {@code one} of the worker serves and nothing is under way. */
final class ServingWorker implements BeforeAllCallback, BeforeEachCallback, AfterAllCallback {
    private final Duration stability;
    private final Map<String, String> labels;
    private NodeLevel level;
    private NodeStory story;

    /** @param stability how long a pod must be Ready to count */
    ServingWorker(Duration stability) {
        this(stability, Map.of());
    }

    /** @param labels of the namespace */
    ServingWorker(Duration stability, Map<String, String> labels) {
        this.stability = stability;
        this.labels = labels;
    }

    NodeLevel level() {
        return level;
    }

    NodeStory story() {
        return story;
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        level = NodeLevel.required(context.getRequiredTestClass().getSimpleName());
        story = new NodeStory(level, stability, labels);
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        story.serve(story.worker("one"));
        story.timeline.startCounting();
    }

    @Override
    public void afterAll(ExtensionContext context) {
        if (story != null) {
            story.close();
        }
    }
}
