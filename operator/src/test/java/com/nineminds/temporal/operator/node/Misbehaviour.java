package com.nineminds.temporal.operator.node;

/** Overrides of the pod template that make a good image a bad worker. */
final class Misbehaviour {
    /** How Jib starts the worker. */
    private static final String WORKER = "java -cp @/app/jib-classpath-file @/app/jib-main-class-file";

    static final String APPETITE = "/tmp/appetite";

    private Misbehaviour() {}

    /** The process says what it lacks and exits. */
    static String exitsAtStart() {
        return shell("echo no licence >&2; exit 3");
    }

    /** Healthy by every probe, and of no use: as if the queue's name were wrong in the code. */
    static String pollsElsewhere() {
        return shell("TEMPORAL_TASK_QUEUES=elsewhere exec " + WORKER);
    }

    /** Runs, and never answers a probe. */
    static String neverReady() {
        return shell("exec sleep 3600");
    }

    /** Ready for some seconds, then not, and so on: one probe succeeds, three fail. */
    static String flaps() {
        return shell(
                "mkdir /tmp/www; touch /tmp/www/livez /tmp/www/startup; java -m jdk.httpserver -b $POD_IP -p 8080 -d /tmp/www &"
                        + " while true; do touch /tmp/www/readyz; sleep 6; rm /tmp/www/readyz; sleep 20; done");
    }

    /** Works until it finds the file {@link #APPETITE}, then takes all the memory that there is. */
    static String leaks() {
        return shell(WORKER + " & until [ -f " + APPETITE + " ]; do sleep 1; done; tail /dev/zero; exit 137");
    }

    /** An init container that waits for something that never comes. */
    static String hangsInInit(String image) {
        return "{spec: {initContainers: [{name: migrate, image: '" + image + "', command: [sleep, '3600']}]}}";
    }

    private static String shell(String script) {
        return "{spec: {containers: [{name: worker, command: [sh, -c, '" + script + "']}]}}";
    }
}
