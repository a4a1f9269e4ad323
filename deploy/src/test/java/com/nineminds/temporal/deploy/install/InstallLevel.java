package com.nineminds.temporal.deploy.install;

import static org.assertj.core.api.Assumptions.assumeThat;

import com.nineminds.temporal.deploy.Helm;
import io.fabric8.kubernetes.client.Config;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * What this level runs on.
 *
 * @param kubeconfig of a cluster with a real node, as a user who may do everything
 * @param operator image of the operator, known to the node
 * @param other image of the operator that was built with another version of its Kubernetes client
 * @param worker image of a worker, known to the node
 * @param tenant image of the tenant worker, known to the node
 * @param temporal {@code host:port} of a Temporal server, for pods
 */
record InstallLevel(Path kubeconfig, String operator, String other, String worker, String tenant, String temporal) {
    private static final List<String> NEEDED = List.of(
            "TEST_KUBECONFIG",
            "TEST_OPERATOR_IMAGE",
            "TEST_OTHER_OPERATOR_IMAGE",
            "TEST_WORKER_IMAGE",
            "TEST_TENANT_WORKER_IMAGE",
            "TEST_POD_TEMPORAL_ADDRESS");

    /** Skips the class that asks unless everything is there, and says so in a line. */
    static InstallLevel required(String testClass) {
        Map<String, String> environment = System.getenv();
        boolean there = Helm.there()
                && NEEDED.stream()
                        .noneMatch(name -> environment.getOrDefault(name, "").isBlank());
        if (!there) {
            System.out.println(testClass + " skipped: it needs helm on the PATH and a real node, named by "
                    + String.join(", ", NEEDED));
        }
        assumeThat(there)
                .as("skipped: set %s to install the chart on a real node", String.join(", ", NEEDED))
                .isTrue();
        return new InstallLevel(
                Path.of(environment.get("TEST_KUBECONFIG")),
                environment.get("TEST_OPERATOR_IMAGE"),
                environment.get("TEST_OTHER_OPERATOR_IMAGE"),
                environment.get("TEST_WORKER_IMAGE"),
                environment.get("TEST_TENANT_WORKER_IMAGE"),
                environment.get("TEST_POD_TEMPORAL_ADDRESS"));
    }

    String temporalHost() {
        return temporal.substring(0, temporal.lastIndexOf(':'));
    }

    int temporalPort() {
        return Integer.parseInt(temporal.substring(temporal.lastIndexOf(':') + 1));
    }

    Config cluster() {
        return Config.fromKubeconfig(kubeconfig.toFile());
    }
}
