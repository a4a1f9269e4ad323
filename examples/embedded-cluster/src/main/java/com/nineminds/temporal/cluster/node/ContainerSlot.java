package com.nineminds.temporal.cluster.node;

import com.nineminds.temporal.cluster.objects.KubeTime;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerState;
import io.fabric8.kubernetes.api.model.ContainerStatus;
import io.fabric8.kubernetes.api.model.ContainerStatusBuilder;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is known about one container of a pod: the content of its status. Used by the pod's thread alone. */
final class ContainerSlot {
    private final Container container;
    private final ContainerRole role;
    private ContainerState state;
    private @Nullable ContainerState last;
    private int runs;
    private boolean ready;
    private boolean started;

    ContainerSlot(Container container, ContainerRole role, String firstReason) {
        this.container = container;
        this.role = role;
        this.state = States.waiting(firstReason, null);
    }

    Container container() {
        return container;
    }

    ContainerRole role() {
        return role;
    }

    boolean started() {
        return started;
    }

    /** Whether the container has ever run and ended; the time of the last end. */
    Optional<Instant> ended() {
        ContainerState end = state.getTerminated() != null ? state : last;
        return end == null
                ? Optional.empty()
                : Optional.of(KubeTime.parse(end.getTerminated().getFinishedAt()));
    }

    boolean completed() {
        return state.getTerminated() != null && state.getTerminated().getExitCode() == 0;
    }

    /** Whether the container is to run, now or after a back-off, by its role and the pod's restart policy. */
    boolean wantsRun(String policy) {
        if (state.getRunning() != null) {
            return false;
        }
        if (state.getTerminated() == null || role == ContainerRole.SIDECAR) {
            return true;
        }
        boolean always = policy.equals("Always") && role == ContainerRole.APP;
        return always || (!completed() && !policy.equals("Never"));
    }

    boolean isWaitingFor(String reason) {
        return state.getWaiting() != null && reason.equals(state.getWaiting().getReason());
    }

    void waiting(String reason, @Nullable String message) {
        keepEnd();
        state = States.waiting(reason, message);
    }

    void running(Instant since, boolean startedAtOnce, boolean readyAtOnce) {
        keepEnd();
        state = States.running(since);
        runs++;
        started = startedAtOnce;
        ready = readyAtOnce;
    }

    void terminated(ContainerState end) {
        state = end;
        ready = false;
        started = false;
    }

    /** Counts a run that ended before it began. */
    void failedToStart(ContainerState end) {
        keepEnd();
        runs++;
        terminated(end);
    }

    void started(boolean now) {
        started = now;
    }

    void ready(boolean now) {
        ready = now;
    }

    private void keepEnd() {
        if (state.getTerminated() != null) {
            last = state;
        }
    }

    ContainerStatus status() {
        boolean done = role == ContainerRole.INIT && completed();
        return new ContainerStatusBuilder()
                .withName(container.getName())
                .withImage(container.getImage())
                .withImageID("")
                .withRestartCount(Math.max(0, runs - 1))
                .withReady(done || (ready && started))
                .withStarted(started)
                .withState(state)
                .withLastState(last == null ? new ContainerState() : last)
                .build();
    }
}
