package com.nineminds.temporal.deploy.install;

import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/** A pod of somebody else's, from which connections are tried. */
final class Visitor implements AutoCloseable {
    private static final String CONTAINER = "visitor";
    private static final int SECONDS = 60;

    private final KubernetesClient client;
    private final Pod pod;
    private final PodShell shell;

    /**
     * Returns when it is Ready.
     *
     * @param image with a shell
     * @param role value of the pod's label {@code role}
     */
    Visitor(KubernetesClient client, String namespace, String image, String role) {
        this.client = client;
        pod = client.resource(Serialization.unmarshal(
                        """
                        apiVersion: v1
                        kind: Pod
                        metadata: {name: visitor-%s, namespace: %s, labels: {role: %s}}
                        spec:
                          securityContext: {runAsNonRoot: true, runAsUser: 65532, seccompProfile: {type: RuntimeDefault}}
                          terminationGracePeriodSeconds: 0
                          containers:
                          - name: %s
                            image: %s
                            command: [sh, -c, sleep 3600]
                            securityContext: {allowPrivilegeEscalation: false, capabilities: {drop: [ALL]}}
                        """.formatted(UUID.randomUUID().toString().substring(0, 8), namespace, role, CONTAINER, image),
                        Pod.class))
                .create();
        client.resource(pod).waitUntilReady(SECONDS, TimeUnit.SECONDS);
        shell = new PodShell(client, namespace, pod.getMetadata().getName(), CONTAINER);
    }

    boolean reaches(String host, int port) {
        return shell.reaches(host, port);
    }

    @Override
    public void close() {
        client.resource(pod).delete();
    }
}
