package com.nineminds.temporal.operator.loop;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ContainerStatus;
import io.fabric8.kubernetes.api.model.ContainerStatusBuilder;
import io.fabric8.kubernetes.api.model.Event;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodCondition;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.apps.ControllerRevision;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.Resource;
import io.fabric8.kubernetes.client.dsl.RollableScalableResource;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** What others see and do in the namespace of a story. */
final class Kubectl {
    private static final String REVISION = "temporal.nineminds.com/revision";

    final KubernetesClient client;
    private final String namespace;

    Kubectl(KubernetesClient client, String namespace) {
        this.client = client;
        this.namespace = namespace;
    }

    RollableScalableResource<Deployment> deployment(String hash) {
        return client.apps().deployments().inNamespace(namespace).withName(name(hash));
    }

    Resource<ControllerRevision> record(String hash) {
        return client.apps().controllerRevisions().inNamespace(namespace).withName(name(hash));
    }

    List<ControllerRevision> records() {
        return client.apps().controllerRevisions().inNamespace(namespace).list().getItems();
    }

    Resource<ConfigMap> configMap(String hash) {
        return client.configMaps().inNamespace(namespace).withName(name(hash));
    }

    Resource<HorizontalPodAutoscaler> autoscaler(String hash) {
        return client.autoscaling()
                .v2()
                .horizontalPodAutoscalers()
                .inNamespace(namespace)
                .withName(name(hash));
    }

    Resource<Service> service() {
        return client.services().inNamespace(namespace).withName(Story.NAME);
    }

    Resource<PodDisruptionBudget> budget() {
        return client.policy().v1().podDisruptionBudget().inNamespace(namespace).withName(Story.NAME);
    }

    private static String name(String hash) {
        return Story.NAME + "-" + hash;
    }

    int replicas(String hash) {
        return Optional.ofNullable(deployment(hash).get())
                .map(each -> each.getSpec().getReplicas())
                .orElse(0);
    }

    /** Pods of a revision that are not being deleted. */
    List<Pod> pods(String hash) {
        return client.pods().inNamespace(namespace).withLabel(REVISION, hash).list().getItems().stream()
                .filter(pod -> pod.getMetadata().getDeletionTimestamp() == null)
                .toList();
    }

    int ready(String hash) {
        return (int) pods(hash).stream().filter(Kubectl::ready).count();
    }

    static boolean ready(Pod pod) {
        return pod.getStatus() != null
                && pod.getStatus().getConditions().stream()
                        .anyMatch(condition -> condition.getType().equals("Ready")
                                && condition.getStatus().equals("True"));
    }

    /** Messages of the worker's events of one reason. */
    List<String> events(String reason) {
        return client.v1().events().inNamespace(namespace).list().getItems().stream()
                .filter(event ->
                        "TemporalWorker".equals(event.getInvolvedObject().getKind()))
                .filter(event -> event.getReason().equals(reason))
                .map(Event::getMessage)
                .toList();
    }

    /** For the message of a failed test. */
    String describe() {
        StringBuilder text = new StringBuilder();
        client.apps()
                .deployments()
                .inNamespace(namespace)
                .list()
                .getItems()
                .forEach(each -> text.append('\n')
                        .append(each.getMetadata().getName())
                        .append(" spec.replicas ")
                        .append(each.getSpec().getReplicas())
                        .append(" status ")
                        .append(each.getStatus()));
        client.pods()
                .inNamespace(namespace)
                .list()
                .getItems()
                .forEach(each -> text.append('\n')
                        .append(each.getMetadata().getName())
                        .append(ready(each) ? " ready " : " ")
                        .append(each.getStatus().getPhase())
                        .append(" on ")
                        .append(each.getSpec().getNodeName()));
        records().forEach(each -> text.append('\n').append(each.getMetadata().getAnnotations()));
        return text.toString();
    }

    /** Every pod of the revision turns into one that keeps crashing, on any kind of node. */
    void crash(String hash) {
        pods(hash).forEach(pod -> becomeUnready(pod, status -> crashLoop(status, now())));
    }

    /** Every pod of the revision fails its readiness probe. */
    void loseReadiness(String hash) {
        pods(hash).forEach(pod -> becomeUnready(pod, Kubectl::notReady));
    }

    private void becomeUnready(Pod pod, UnaryOperator<ContainerStatus> change) {
        List<PodCondition> conditions = pod.getStatus().getConditions();
        conditions.stream()
                .filter(condition -> condition.getType().endsWith("Ready"))
                .forEach(condition -> {
                    condition.setStatus("False");
                    condition.setLastTransitionTime(now());
                });
        List<ContainerStatus> containers =
                pod.getStatus().getContainerStatuses().stream().map(change).toList();
        Map<String, ?> patch = Map.of("status", Map.of("conditions", conditions, "containerStatuses", containers));
        client.resource(pod)
                .subresource("status")
                .patch(PatchContext.of(PatchType.JSON_MERGE), Serialization.asJson(patch));
    }

    private static String now() {
        return Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
    }

    private static ContainerStatus notReady(ContainerStatus status) {
        return new ContainerStatusBuilder(status).withReady(false).build();
    }

    private static ContainerStatus crashLoop(ContainerStatus status, String now) {
        return new ContainerStatusBuilder(status)
                .withReady(false)
                .withStarted(false)
                .withRestartCount(3)
                .withNewState()
                .withNewWaiting("back-off restarting failed container", "CrashLoopBackOff")
                .endState()
                .withNewLastState()
                .withNewTerminated()
                .withExitCode(1)
                .withReason("Error")
                .withStartedAt(now)
                .withFinishedAt(now)
                .endTerminated()
                .endLastState()
                .build();
    }
}
