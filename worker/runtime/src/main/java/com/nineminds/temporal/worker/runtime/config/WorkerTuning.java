package com.nineminds.temporal.worker.runtime.config;

/**
 * How much a worker takes on at once, per task queue.
 *
 * @param activities running at the same time
 * @param workflowTasks running at the same time
 * @param localActivities running at the same time
 * @param activityPollers asking for activities
 * @param workflowPollers asking for workflow tasks, at least 2: one of them is for the sticky queue
 * @param cachedWorkflows kept in memory, over all task queues
 * @param activitiesPerSecond started at most by this worker; 0 is no limit
 * @param taskQueueActivitiesPerSecond started at most by all workers of a task queue together; 0 is no limit
 */
public record WorkerTuning(
        int activities,
        int workflowTasks,
        int localActivities,
        int activityPollers,
        int workflowPollers,
        int cachedWorkflows,
        int activitiesPerSecond,
        int taskQueueActivitiesPerSecond) {

    private static final int MOST = 10_000;

    /** The SDK's defaults where nothing is set. */
    public static WorkerTuning read(SettingsReader settings) {
        return new WorkerTuning(
                settings.optional("MAX_CONCURRENT_ACTIVITIES", 200, Parsers.wholeNumber(1, MOST)),
                settings.optional("MAX_CONCURRENT_WORKFLOWS", 200, Parsers.wholeNumber(1, MOST)),
                settings.optional("MAX_CONCURRENT_LOCAL_ACTIVITIES", 200, Parsers.wholeNumber(1, MOST)),
                settings.optional("ACTIVITY_POLLERS", 5, Parsers.wholeNumber(1, 1000)),
                settings.optional("WORKFLOW_POLLERS", 5, Parsers.wholeNumber(2, 1000)),
                settings.optional("WORKFLOW_CACHE_SIZE", 600, Parsers.wholeNumber(0, 1_000_000)),
                settings.optional("MAX_ACTIVITIES_PER_SECOND", 0, Parsers.wholeNumber(0, 1_000_000)),
                settings.optional("MAX_TASK_QUEUE_ACTIVITIES_PER_SECOND", 0, Parsers.wholeNumber(0, 1_000_000)));
    }
}
