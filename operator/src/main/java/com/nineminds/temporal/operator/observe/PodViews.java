package com.nineminds.temporal.operator.observe;

import com.nineminds.temporal.operator.health.ContainerView;
import com.nineminds.temporal.operator.health.Exit;
import com.nineminds.temporal.operator.health.PodView;
import io.fabric8.kubernetes.api.model.ContainerState;
import io.fabric8.kubernetes.api.model.ContainerStateTerminated;
import io.fabric8.kubernetes.api.model.ContainerStateWaiting;
import io.fabric8.kubernetes.api.model.ContainerStatus;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodCondition;
import io.fabric8.kubernetes.api.model.PodStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** From a Pod to what matters of it. */
public final class PodViews {
    private static final Set<String> NO_NODE = Set.of("Unschedulable", "SchedulingGated");
    private static final String INJECT = "vault.hashicorp.com/agent-inject";

    private PodViews() {}

    public static PodView of(Pod pod, String revision) {
        PodStatus status = Optional.ofNullable(pod.getStatus()).orElseGet(PodStatus::new);
        String phase = String.valueOf(status.getPhase());
        return new PodView(
                pod.getMetadata().getName(),
                revision,
                time(pod.getMetadata().getCreationTimestamp()).orElse(Instant.EPOCH),
                condition(status, "PodScheduled", "True").flatMap(each -> time(each.getLastTransitionTime())),
                condition(status, "Ready", "True").flatMap(ready -> time(ready.getLastTransitionTime())),
                time(pod.getMetadata().getDeletionTimestamp()),
                phase.equals("Failed") || phase.equals("Succeeded"),
                condition(status, "PodScheduled", "False")
                        .filter(each -> NO_NODE.contains(each.getReason()))
                        .map(each -> text(each.getMessage())),
                condition(status, "DisruptionTarget", "True").map(each -> text(each.getReason())),
                annotations(pod).getOrDefault(INJECT, "false").equals("true"),
                containers(status));
    }

    private static Map<String, String> annotations(Pod pod) {
        return Objects.requireNonNullElse(pod.getMetadata().getAnnotations(), Map.of());
    }

    private static List<ContainerView> containers(PodStatus status) {
        List<ContainerView> views = new ArrayList<>();
        status.getInitContainerStatuses().forEach(each -> views.add(container(each, true)));
        status.getContainerStatuses().forEach(each -> views.add(container(each, false)));
        return views;
    }

    private static ContainerView container(ContainerStatus status, boolean init) {
        Optional<ContainerStateWaiting> waiting =
                Optional.ofNullable(status.getState()).map(ContainerState::getWaiting);
        return new ContainerView(
                status.getName(),
                init,
                Boolean.TRUE.equals(status.getReady()),
                Objects.requireNonNullElse(status.getRestartCount(), 0),
                waiting.map(ContainerStateWaiting::getReason),
                waiting.map(state -> text(state.getMessage())).orElse(""),
                exit(status.getState()),
                exit(status.getLastState()));
    }

    private static Optional<Exit> exit(@Nullable ContainerState state) {
        return Optional.ofNullable(state)
                .map(ContainerState::getTerminated)
                .map(ended -> new Exit(
                        code(ended),
                        text(ended.getReason()),
                        time(ended.getFinishedAt()).orElse(Instant.EPOCH)));
    }

    private static int code(ContainerStateTerminated ended) {
        return Objects.requireNonNullElse(ended.getExitCode(), 0);
    }

    private static Optional<PodCondition> condition(PodStatus status, String type, String value) {
        return status.getConditions().stream()
                .filter(each -> type.equals(each.getType()) && value.equals(each.getStatus()))
                .findFirst();
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static Optional<Instant> time(@Nullable String text) {
        return Optional.ofNullable(text).map(Instant::parse);
    }
}
