package com.nineminds.temporal.deploy.install;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.ExecWatch;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Runs commands in a container, as {@code kubectl exec} does. */
record PodShell(KubernetesClient client, String namespace, String pod, String container) {
    private static final String CACHE = "/app/cache/start.aot";

    /** What the command prints. */
    String run(String... command) {
        var output = new ByteArrayOutputStream();
        try (ExecWatch run = client.pods()
                .inNamespace(namespace)
                .withName(pod)
                .inContainer(container)
                .writingOutput(output)
                .exec(command)) {
            run.exitCode().join();
        }
        return output.toString(StandardCharsets.UTF_8).strip();
    }

    /** Whether a connection is accepted within seconds. */
    boolean reaches(String host, int port) {
        return run("sh", "-c", "nc -w 3 %s %d </dev/null >/dev/null 2>&1 && echo reached; true".formatted(host, port))
                .equals("reached");
    }

    /** Accepts connections at this port, one after the other, until the container ends. */
    void listen(int port) {
        run(
                "sh",
                "-c",
                "(while true; do nc -l -p %d </dev/null >/dev/null 2>&1; done) >/dev/null 2>&1 &".formatted(port));
    }

    /** Whether the container's JVM took the cache of its start: one that does not fit it does not map. */
    boolean takesStartCache() {
        return run("cat", "/proc/1/maps").contains(CACHE);
    }
}
