package com.nineminds.temporal.embedded;

import io.temporal.activity.ActivityInterface;
import io.temporal.activity.ActivityOptions;
import io.temporal.workflow.Workflow;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;
import java.time.Duration;

/** A workflow with one timer and one activity. */
@WorkflowInterface
public interface Greeting {

    @WorkflowMethod
    String greet(String name);

    /** What the workflow calls. */
    @ActivityInterface
    interface Words {
        String hello(String name);
    }

    /** The workflow's code. */
    final class Code implements Greeting {
        private final Words words = Workflow.newActivityStub(
                Words.class,
                ActivityOptions.newBuilder()
                        .setStartToCloseTimeout(Duration.ofSeconds(5))
                        .build());

        @Override
        public String greet(String name) {
            Workflow.sleep(Duration.ofMillis(50));
            return words.hello(name);
        }
    }
}
