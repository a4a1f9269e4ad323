package com.nineminds.temporal.cluster.node;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/** Where one pod is in its script; used by the node's thread alone. */
final class SimulatedPod {
    private final String namespace;
    private final String name;
    private final String uid;
    private Script script;
    private int next;
    private int restarts;
    private int exits;
    private @Nullable Scene shown;
    private boolean ready;
    private boolean cameBack;
    private @Nullable Future<?> timer;

    SimulatedPod(io.fabric8.kubernetes.api.model.Pod pod, Script script) {
        this.namespace = pod.getMetadata().getNamespace();
        this.name = pod.getMetadata().getName();
        this.uid = pod.getMetadata().getUid();
        this.script = script;
    }

    String namespace() {
        return namespace;
    }

    String name() {
        return name;
    }

    String uid() {
        return uid;
    }

    int restarts() {
        return restarts;
    }

    /** Counts an exit; returns whether it was the first. */
    boolean exit() {
        return exits++ == 0;
    }

    void follow(Script other) {
        cancel();
        script = other;
        next = 0;
    }

    /** The step that comes next; empty at the end of the script. */
    Optional<Script.Step> upcoming() {
        if (next == script.steps().size() && script.repeats()) {
            next = 0;
        }
        return next < script.steps().size() ? Optional.of(script.steps().get(next)) : Optional.empty();
    }

    /** Shows again what the pod showed last, and goes on from there. */
    void resume() {
        if (shown == null) {
            return;
        }
        List<Script.Step> steps = new ArrayList<>();
        steps.add(Script.step(Duration.ZERO, shown));
        steps.addAll(script.steps().subList(next, script.steps().size()));
        follow(new Script(List.copyOf(steps), script.repeats()));
    }

    /** @param saidReady what the pod's status says since it was written */
    void wrote(boolean saidReady) {
        ready = saidReady;
    }

    /** The pod's node was lost and is there again. */
    void comeBack() {
        cameBack = true;
    }

    /** Whether a pod that is ready, on a node that came back, is said not to be, and nothing more happens by itself. */
    boolean isMisreported(boolean saidReady) {
        return cameBack && ready && !saidReady && upcoming().isEmpty();
    }

    void done(Script.Step step) {
        shown = step.scene();
        next++;
        restarts += step.restarts();
    }

    void awaits(Future<?> started) {
        timer = started;
    }

    void cancel() {
        if (timer != null) {
            timer.cancel(false);
        }
    }
}
