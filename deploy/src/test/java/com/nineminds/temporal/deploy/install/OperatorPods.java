package com.nineminds.temporal.deploy.install;

import static org.awaitility.Awaitility.await;

import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.coordination.v1.Lease;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.readiness.Readiness;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The pods of the release: which of them leads is what the Lease says. */
final class OperatorPods {
    /** Where each of them answers probes and Prometheus. */
    static final int MANAGEMENT = 8080;

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final KubernetesClient client;
    private final String namespace;
    private final Sigkill signal;

    /** @param image with a shell */
    OperatorPods(KubernetesClient client, String namespace, String image) {
        this.client = client;
        this.namespace = namespace;
        this.signal = new Sigkill(client, image);
    }

    List<Pod> ready() {
        return client
                .pods()
                .inNamespace(namespace)
                .withLabel("app.kubernetes.io/instance", Release.NAME)
                .list()
                .getItems()
                .stream()
                .filter(pod -> pod.getMetadata().getDeletionTimestamp() == null)
                .filter(Readiness::isPodReady)
                .toList();
    }

    /** Who holds the Lease; empty while nobody does. A process that starts anew in the same pod is another one. */
    String holder() {
        Lease lease =
                client.leases().inNamespace(namespace).withName(Release.NAME).get();
        return Optional.ofNullable(lease)
                .map(each -> each.getSpec().getHolderIdentity())
                .orElse("");
    }

    /** The pod that holds the Lease; empty while nobody does. */
    Optional<String> leader() {
        return Optional.of(holder())
                .flatMap(holder -> ready().stream()
                        .map(pod -> pod.getMetadata().getName())
                        .filter(holder::startsWith)
                        .findFirst());
    }

    String awaitLeader() {
        await("a leader").atMost(PATIENCE).until(() -> leader().isPresent());
        return leader().orElseThrow();
    }

    /** Two pods are Ready, and one of them leads. */
    void awaitPair() {
        await("two pods and a leader").atMost(PATIENCE).until(() -> ready().size() == 2 && leader().isPresent());
    }

    /** SIGTERM, and the time that the pod was promised. */
    void terminate(String pod) {
        client.pods().inNamespace(namespace).withName(pod).delete();
    }

    /** SIGKILL: the kubelet starts the container anew, in the same pod. */
    void kill(String pod) {
        signal.send(client.pods().inNamespace(namespace).withName(pod).require());
    }

    String address(String pod) {
        return client.pods()
                .inNamespace(namespace)
                .withName(pod)
                .require()
                .getStatus()
                .getPodIP();
    }

    PodShell shell(String pod) {
        return new PodShell(client, namespace, pod, "operator");
    }

    /** What Prometheus reads of a pod. */
    String metrics(String pod) {
        return client.raw("/api/v1/namespaces/" + namespace + "/pods/" + pod + ":" + MANAGEMENT + "/proxy/metrics");
    }
}
