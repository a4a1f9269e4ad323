package com.nineminds.temporal.operator.spec;

import static com.nineminds.temporal.operator.spec.Findings.present;

import com.nineminds.temporal.api.v1alpha1.Patterns;
import com.nineminds.temporal.api.v1alpha1.Rules;
import com.nineminds.temporal.api.v1alpha1.TemporalWorkerSpec;

/** Where the worker polls: {@code temporal}. */
final class TemporalRules {
    private static final String QUEUES = "spec.temporal.taskQueues";

    private TemporalRules() {}

    static void check(TemporalWorkerSpec spec, Findings findings) {
        var temporal = spec.temporal();
        if (temporal == null) {
            return;
        }
        findings.unlessMatches(temporal.address(), Patterns.HOST_PORT, "spec.temporal.address", Rules.TEMPORAL_ADDRESS);
        findings.unlessMatches(
                temporal.namespace(), Patterns.TEMPORAL_NAMESPACE, "spec.temporal.namespace", Rules.TEMPORAL_NAMESPACE);
        if (temporal.taskQueues() != null) {
            var queues = present(temporal.taskQueues());
            findings.unless(!queues.isEmpty(), QUEUES, Rules.TASK_QUEUES_EMPTY);
            findings.unless(queues.stream().allMatch(TemporalRules::isQueueName), QUEUES, Rules.TASK_QUEUE_NAME);
            findings.unlessUnique(queues, QUEUES, Rules.TASK_QUEUES_UNIQUE);
        }
    }

    private static boolean isQueueName(String queue) {
        return Regex.finds(Patterns.TASK_QUEUE, queue) && !queue.startsWith("/_sys/");
    }
}
