package com.nineminds.temporal.cluster.node;

import com.nineminds.temporal.cluster.node.ContainerLauncher.Started;
import com.nineminds.temporal.cluster.node.config.ConfigException;
import com.nineminds.temporal.cluster.node.image.Image;
import com.nineminds.temporal.cluster.node.run.BackOff;
import com.nineminds.temporal.cluster.node.run.ContainerProbes;
import com.nineminds.temporal.cluster.node.run.LogRing;
import com.nineminds.temporal.cluster.node.run.ProbeKind;
import com.nineminds.temporal.cluster.node.run.ProbeTarget;
import com.nineminds.temporal.cluster.node.run.RunningContainer;
import com.nineminds.temporal.cluster.objects.GoDuration;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerState;
import io.fabric8.kubernetes.api.model.ContainerStatus;
import io.fabric8.kubernetes.api.model.Probe;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Runs one container of a pod over all its restarts. Used by the pod's thread alone. */
final class ContainerRunner {
    private static final int START_ERROR_EXIT = 128;

    private final PodContext context;
    private final ContainerSlot slot;
    private final ContainerEvents events;
    private final ContainerLauncher launcher;
    private final ImagePull pull;
    private final BackOff backOff;
    private final ContainerLogs logs = new ContainerLogs();
    private volatile @Nullable Run run;

    /** One run; an exit that is reported for another one is old news. */
    private static final class Run {
        final RunningContainer process;
        final LogRing log;
        final Instant since;
        final ContainerProbes probes;
        ExitCause cause = ExitCause.OWN;
        boolean stopping;

        Run(RunningContainer process, LogRing log, Instant since, ContainerProbes probes) {
            this.process = process;
            this.log = log;
            this.since = since;
            this.probes = probes;
        }
    }

    ContainerRunner(PodContext context, ContainerSlot slot) {
        ProcessNodeOptions options = context.services().options();
        this.context = context;
        this.slot = slot;
        this.events = new ContainerEvents(context, slot);
        this.launcher = new ContainerLauncher(context, slot.container());
        this.pull = new ImagePull(context, slot, events);
        this.backOff = new BackOff(options.backOff(), options.longestBackOff());
    }

    String name() {
        return slot.container().getName();
    }

    ContainerStatus status() {
        return slot.status();
    }

    ContainerLogs logs() {
        return logs;
    }

    boolean running() {
        return run != null;
    }

    /** Whether the containers after this init container may go on. */
    boolean initialized() {
        return slot.role() == ContainerRole.SIDECAR ? slot.started() : slot.completed();
    }

    /** Starts the container if it is to run and nothing holds it back; otherwise its status says what does. */
    void drive() {
        String policy = context.pod().get().getSpec().getRestartPolicy();
        if (run != null || !slot.wantsRun(policy == null ? "Always" : policy)) {
            return;
        }
        Instant now = context.now();
        Optional<Duration> wait = slot.ended().flatMap(ended -> backOff.remaining(ended, now));
        if (wait.isPresent()) {
            hold(wait.get());
        } else {
            pull.get(now).ifPresent(image -> start(image, now));
        }
    }

    private void hold(Duration wait) {
        if (!slot.isWaitingFor(States.CRASH_LOOP)) {
            String container = "restarting failed container %s in pod %s".formatted(name(), context.label());
            slot.waiting(
                    States.CRASH_LOOP,
                    "back-off %s restarting failed container=%s pod=%s"
                            .formatted(GoDuration.format(backOff.delay()), name(), context.label()));
            events.warning("BackOff", "Back-off " + container);
        }
        context.syncAfter(wait);
    }

    private void start(Image image, Instant now) {
        LogRing log = new LogRing();
        try {
            Started started = launcher.start(image, log);
            events.normal("Created", "Created container: " + name());
            slot.ended().ifPresent(ended -> backOff.attempt(ended, now));
            begin(started, log, now);
            events.normal("Started", "Started container " + name());
        } catch (ConfigException missing) {
            slot.waiting("CreateContainerConfigError", missing.getMessage());
            events.warning("Failed", "Error: " + missing.getMessage());
            context.syncAfter(context.services().options().backOff());
        } catch (IOException failed) {
            String error = "failed to create containerd task: failed to start the process: " + failed.getMessage();
            ContainerState end = States.terminated(START_ERROR_EXIT, "StartError", Instant.EPOCH, now);
            slot.ended().ifPresent(ended -> backOff.attempt(ended, now));
            slot.failedToStart(States.withMessage(end, error));
            events.warning("Failed", "Error: " + error);
            context.onThread(context.sync());
        }
    }

    private void begin(Started started, LogRing log, Instant now) {
        Container container = slot.container();
        ProbeTarget target = new ProbeTarget(
                container,
                context.address(),
                context.ports()::port,
                command -> launcher.inside(started.launch(), command));
        ContainerProbes probes =
                new ContainerProbes(context.services().prober(), target, context.thread(), new ProbeReactions());
        Run begun = new Run(started.run(), log, now, probes);
        run = begun;
        logs.begin(log);
        boolean probed = slot.role() != ContainerRole.INIT;
        slot.running(
                now,
                !probed || ProbeKind.STARTUP.of(container).isEmpty(),
                probed && ProbeKind.READINESS.of(container).isEmpty());
        if (probed) {
            probes.start();
        }
        started.run().exit().thenAccept(code -> context.onThread(() -> exited(begun, code)));
    }

    private void exited(Run ended, int code) {
        if (run != ended) {
            return;
        }
        run = null;
        ended.probes.stop();
        ContainerState end =
                States.terminated(ended.cause.exitCode(code), ended.cause.reason(code), ended.since, context.now());
        boolean tail =
                code != 0 && "FallbackToLogsOnError".equals(slot.container().getTerminationMessagePolicy());
        slot.terminated(States.withMessage(end, tail ? ended.log.tail(2048, 80) : ""));
        context.sync().run();
    }

    /** Asks the container to stop and kills it after the grace period. */
    void stop(Duration grace, String why) {
        Run stopped = run;
        if (stopped == null || stopped.stopping) {
            return;
        }
        stopped.stopping = true;
        events.normal("Killing", why);
        if (grace.isZero()) {
            stopped.process.kill();
            return;
        }
        stopped.process.terminate();
        context.later(grace, stopped.process::kill);
    }

    /** Kills the container; its exit shows the cause. */
    void kill(ExitCause cause) {
        if (run != null) {
            run.cause = cause;
            run.process.kill();
        }
    }

    private final class ProbeReactions implements ContainerProbes.Listener {
        @Override
        public void failed(ProbeKind kind, String message) {
            events.warning("Unhealthy", "%s probe failed: %s".formatted(kind.title(), message));
        }

        @Override
        public void verdict(ProbeKind kind, boolean success) {
            if (kind == ProbeKind.READINESS) {
                slot.ready(success);
            } else if (kind == ProbeKind.STARTUP && success) {
                slot.started(true);
            } else if (!success) {
                restart(kind);
            }
            context.sync().run();
        }

        private void restart(ProbeKind kind) {
            Duration grace = kind.of(slot.container())
                    .map(Probe::getTerminationGracePeriodSeconds)
                    .map(Duration::ofSeconds)
                    .orElse(context.grace());
            stop(
                    grace,
                    "Container %s failed %s probe, will be restarted"
                            .formatted(name(), kind.title().toLowerCase(java.util.Locale.ROOT)));
        }
    }
}
