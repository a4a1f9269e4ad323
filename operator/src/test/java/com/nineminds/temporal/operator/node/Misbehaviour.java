package com.nineminds.temporal.operator.node;

/** Overrides of the pod template that make a good image a bad worker. */
final class Misbehaviour {
    /** How Jib starts the worker. */
    private static final String WORKER = "java -cp @/app/jib-classpath-file @/app/jib-main-class-file";

    private Misbehaviour() {}

    /** The process says what it lacks and exits. */
    static String exitsAtStart() {
        return shell("echo no licence >&2; exit 3");
    }

    /** Healthy by every probe, and of no use: as if the queue's name were wrong in the code. */
    static String pollsElsewhere() {
        return shell("TEMPORAL_TASK_QUEUES=elsewhere exec " + WORKER);
    }

    private static String shell(String script) {
        return "{spec: {containers: [{name: worker, command: [sh, -c, '" + script + "']}]}}";
    }
}
