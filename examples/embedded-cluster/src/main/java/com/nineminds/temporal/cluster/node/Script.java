package com.nineminds.temporal.cluster.node;

import java.time.Duration;
import java.util.List;

/**
 * What happens to a simulated pod, one step after the other.
 *
 * @param repeats whether the steps start again after the last one
 */
record Script(List<Step> steps, boolean repeats) {
    static final int OOM_EXIT = 137;
    static final String OOM_REASON = "OOMKilled";

    /**
     * One change of a pod's looks.
     *
     * @param after how long after the step before
     * @param restarts by how much the containers' restart count grows
     */
    record Step(Duration after, int restarts, Scene scene) {}

    static Script of(Step... steps) {
        return new Script(List.of(steps), false);
    }

    static Step step(Duration after, Scene scene) {
        return new Step(after, 0, scene);
    }

    static Script of(Simulation simulation, SimulatedNodeOptions options) {
        Duration start = options.startAfter();
        return switch (simulation) {
            case READY -> of(step(start, Scene.running(true)));
            case CRASH -> of(new Step(start, 3, Scene.crashLoop(1, "Error")));
            case IMAGE -> of(step(start, Scene.waitingFor("ImagePullBackOff", "not found")));
            case UNREADY -> of(step(start, Scene.running(false)));
            case OOM -> outOfMemory(start, options.changeAfter());
            case FLAP -> flapping(start, options.changeAfter());
            case INIT -> of(step(start, Scene.initRunning()));
            case INIT_CRASH -> of(new Step(start, 3, Scene.initCrashLoop(1)));
            case CONFIG ->
                of(step(start, Scene.waitingFor("CreateContainerConfigError", "configmap \"simulated\" not found")));
        };
    }

    private static Script outOfMemory(Duration start, Duration change) {
        return of(
                step(start, Scene.running(true)),
                step(change, Scene.exited(OOM_EXIT, OOM_REASON)),
                new Step(start, 1, Scene.restarted(OOM_EXIT, OOM_REASON)),
                step(change, Scene.exited(OOM_EXIT, OOM_REASON)),
                step(start, Scene.crashLoop(OOM_EXIT, OOM_REASON)));
    }

    private static Script flapping(Duration start, Duration change) {
        return new Script(
                List.of(
                        step(start.compareTo(change) < 0 ? change : start, Scene.running(true)),
                        step(change, Scene.running(false))),
                true);
    }

    /** The first exit of a pod is followed by a restart at once, a later one by CrashLoopBackOff. */
    static Script exit(int exitCode, String reason, boolean first, SimulatedNodeOptions options) {
        Step exited = step(Duration.ZERO, Scene.exited(exitCode, reason));
        return first
                ? of(exited, new Step(options.startAfter(), 1, Scene.restarted(exitCode, reason)))
                : of(exited, step(options.startAfter(), Scene.crashLoop(exitCode, reason)));
    }
}
