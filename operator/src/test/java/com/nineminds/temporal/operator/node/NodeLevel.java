package com.nineminds.temporal.operator.node;

import static org.assertj.core.api.Assumptions.assumeThat;

import io.fabric8.kubernetes.client.Config;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * What this level runs on.
 *
 * @param image a worker that reads the operator's variables, known to the node; built with Jib, with a shell
 * @param temporal {@code host:port} of the Temporal server for this process
 * @param temporalOfPods the same for pods, and for the operator that reads it from their spec
 */
record NodeLevel(Config cluster, String image, String temporal, String temporalOfPods) {
    private static final List<String> NEEDED = List.of("TEST_KUBECONFIG", "TEST_WORKER_IMAGE", "TEMPORAL_ADDRESS");

    /** Skips the class that asks unless everything is there, and says so in a line. */
    static NodeLevel required(String testClass) {
        Map<String, String> environment = System.getenv();
        if (NEEDED.stream().anyMatch(name -> environment.getOrDefault(name, "").isBlank())) {
            System.out.println(testClass + " skipped: it needs a real node and Temporal server, named by "
                    + String.join(", ", NEEDED));
        }
        assumeThat(NEEDED)
                .as("skipped: set %s to run rollouts on a real node", String.join(", ", NEEDED))
                .allMatch(name -> !environment.getOrDefault(name, "").isBlank());
        String temporal = environment.get("TEMPORAL_ADDRESS");
        return new NodeLevel(
                Config.fromKubeconfig(
                        Path.of(environment.get("TEST_KUBECONFIG")).toFile()),
                environment.get("TEST_WORKER_IMAGE"),
                temporal,
                environment.getOrDefault("TEST_POD_TEMPORAL_ADDRESS", temporal));
    }
}
