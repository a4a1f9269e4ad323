package com.nineminds.temporal.cluster.objects;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodCondition;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** What a pod's status says, by the rules of the Kubernetes controllers. */
public final class Pods {
    private Pods() {}

    public static boolean deleting(HasMetadata object) {
        return object.getMetadata().getDeletionTimestamp() != null;
    }

    public static boolean finished(Pod pod) {
        String phase = phase(pod);
        return phase.equals("Succeeded") || phase.equals("Failed");
    }

    /** Neither finished nor being deleted: what a ReplicaSet counts. */
    public static boolean active(Pod pod) {
        return !finished(pod) && !deleting(pod);
    }

    /** {@code Pending} while the pod has no status yet. */
    public static String phase(Pod pod) {
        return pod.getStatus() == null || pod.getStatus().getPhase() == null
                ? "Pending"
                : pod.getStatus().getPhase();
    }

    public static boolean assigned(Pod pod) {
        String node = pod.getSpec().getNodeName();
        return node != null && !node.isEmpty();
    }

    public static boolean ready(Pod pod) {
        return condition(pod, "Ready")
                .filter(condition -> condition.getStatus().equals("True"))
                .isPresent();
    }

    /** When the pod last became ready; {@link Instant#EPOCH} when it is not. */
    public static Instant readySince(Pod pod) {
        return ready(pod)
                ? condition(pod, "Ready")
                        .map(condition -> KubeTime.parse(condition.getLastTransitionTime()))
                        .orElse(Instant.EPOCH)
                : Instant.EPOCH;
    }

    /** Ready for {@code minReady} without a break. */
    public static boolean available(Pod pod, Duration minReady, Instant now) {
        return ready(pod) && !readySince(pod).plus(minReady).isAfter(now);
    }

    public static Optional<PodCondition> condition(Pod pod, String type) {
        return pod.getStatus() == null
                ? Optional.empty()
                : pod.getStatus().getConditions().stream()
                        .filter(condition -> condition.getType().equals(type))
                        .findFirst();
    }

    public static int restarts(Pod pod) {
        return pod.getStatus() == null
                ? 0
                : pod.getStatus().getContainerStatuses().stream()
                        .mapToInt(status -> status.getRestartCount() == null ? 0 : status.getRestartCount())
                        .sum();
    }
}
