package com.nineminds.temporal.deploy.install;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/**
 * What an operating system does to a process when it lacks memory: SIGKILL, without a word before. Nothing inside of a container can
 * send it to the container's first process, so it comes from a privileged pod that sees the node's processes.
 *
 * @param image with a shell
 */
record Sigkill(KubernetesClient client, String image) {
    private static final String NAMESPACE = "default";
    private static final int SECONDS = 60;

    /** Returns when every process of the pod's first container was sent the signal. */
    void send(Pod victim) {
        String container = victim.getStatus().getContainerStatuses().get(0).getContainerID();
        Pod sender = pod(victim.getSpec().getNodeName(), container.replaceFirst("^.*://", ""));
        client.resource(sender).create();
        try {
            Pod end = client.resource(sender)
                    .waitUntilCondition(
                            pod -> pod != null
                                    && pod.getStatus() != null
                                    && ("Succeeded".equals(pod.getStatus().getPhase())
                                            || "Failed".equals(pod.getStatus().getPhase())),
                            SECONDS,
                            TimeUnit.SECONDS);
            assertThat(end.getStatus().getPhase())
                    .as("the signal was sent to a process of " + container)
                    .isEqualTo("Succeeded");
        } finally {
            client.resource(sender).withGracePeriod(0).delete();
        }
    }

    private Pod pod(String node, String container) {
        return Serialization.unmarshal(
                """
                apiVersion: v1
                kind: Pod
                metadata: {name: sigkill-%1$s, namespace: %2$s}
                spec:
                  nodeName: %3$s
                  hostPID: true
                  restartPolicy: Never
                  tolerations: [{operator: Exists}]
                  containers:
                  - name: sender
                    image: %4$s
                    securityContext: {privileged: true, runAsUser: 0, runAsNonRoot: false}
                    command:
                    - sh
                    - -c
                    - >-
                      sent=1; for process in /proc/[0-9]*; do
                      if grep -q %5$s $process/cgroup; then kill -9 ${process#/proc/} && sent=0; fi;
                      done; exit $sent
                """.formatted(UUID.randomUUID().toString().substring(0, 8), NAMESPACE, node, image, container),
                Pod.class);
    }
}
