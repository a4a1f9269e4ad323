package com.nineminds.temporal.deploy.install;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import com.nineminds.temporal.api.v1alpha1.Phase;
import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.Pod;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The policies of chart and worker where something enforces them: what has to pass does, all else does not. */
class NetworkPolicyNodeTest {
    @RegisterExtension
    static final Installation INSTALLED = Installation.SHARED;

    private static final String ENFORCED = "TEST_NETWORK_POLICIES";
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final int HEALTH = 8080;
    private static final int UNLISTED = 9999;

    private final OperatorPods operator = INSTALLED.operator();
    private final InstalledWorker worker = INSTALLED.worker();
    private final Kubelet kubelet =
            Kubelet.of(INSTALLED.client().nodes().list().getItems().get(0));

    /** An open port of the node, which neither an operator nor a worker needs. */
    private record Kubelet(String host, int port) {
        static Kubelet of(Node node) {
            String address = node.getStatus().getAddresses().stream()
                    .filter(each -> each.getType().equals("InternalIP"))
                    .findFirst()
                    .orElseThrow()
                    .getAddress();
            return new Kubelet(
                    address,
                    node.getStatus().getDaemonEndpoints().getKubeletEndpoint().getPort());
        }
    }

    @BeforeAll
    static void somethingEnforces() {
        boolean enforced = "true".equals(System.getenv(ENFORCED));
        if (!enforced) {
            System.out.println("NetworkPolicyNodeTest skipped: it needs a cluster that enforces policies, told by "
                    + ENFORCED + "=true");
        }
        assumeThat(enforced)
                .as("skipped: set %s=true where policies are enforced", ENFORCED)
                .isTrue();
    }

    @Test
    void the_operator_works_behind_the_chart_s_policy_and_is_reached_by_who_reads_metrics_only() {
        try (Visitor stranger = visitor(INSTALLED.operations, "stranger");
                Visitor prometheus = visitor(INSTALLED.operations, "prometheus")) {
            String open = operator.awaitLeader();
            assertThat(operator.shell(open).reaches(kubelet.host, kubelet.port)).isTrue();
            assertThat(stranger.reaches(operator.address(open), OperatorPods.MANAGEMENT))
                    .isTrue();

            INSTALLED.release().upgrade(INSTALLED.level().operator(), policy());

            operator.awaitPair();
            worker.serve("behind-the-policy-" + INSTALLED.tenants);
            String leader = operator.awaitLeader();
            await().atMost(PATIENCE).until(() -> !stranger.reaches(operator.address(leader), OperatorPods.MANAGEMENT));
            assertThat(prometheus.reaches(operator.address(leader), OperatorPods.MANAGEMENT))
                    .isTrue();
            assertThat(operator.shell(leader).reaches(kubelet.host, kubelet.port))
                    .isFalse();
        } finally {
            INSTALLED.release().upgrade(INSTALLED.level().operator());
        }
    }

    /** The API server's port is what the engine sees, behind its Service. */
    private static String[] policy() {
        int apiServer = URI.create(INSTALLED.level().cluster().getMasterUrl()).getPort();
        return new String[] {
            "networkPolicy.enabled=true",
            "networkPolicy.metricsFrom[0].podSelector.matchLabels.role=prometheus",
            "networkPolicy.apiServerPorts={443," + apiServer + "}",
            "networkPolicy.temporalPorts={" + INSTALLED.level().temporalPort() + "}"
        };
    }

    @Test
    void a_worker_reaches_what_it_needs_and_is_reached_at_its_health_port_only() {
        String version = "policed-" + INSTALLED.tenants;
        worker.serve(version);
        Pod pod = worker.pod();
        PodShell shell = worker.shell(pod);
        shell.listen(UNLISTED);
        try (Visitor visitor = visitor(INSTALLED.tenants, "stranger")) {
            String address = pod.getStatus().getPodIP();
            await().atMost(PATIENCE).until(() -> visitor.reaches(address, UNLISTED));
            assertThat(shell.reaches(kubelet.host, kubelet.port)).isTrue();

            worker.applyBehindPolicy(version);

            await().atMost(PATIENCE).until(() -> !visitor.reaches(address, UNLISTED));
            assertThat(shell.reaches(kubelet.host, kubelet.port)).isFalse();
            assertThat(visitor.reaches(address, HEALTH)).isTrue();
            assertThat(shell.reaches(
                            INSTALLED.level().temporalHost(), INSTALLED.level().temporalPort()))
                    .isTrue();
        }
        worker.applyBehindPolicy("next-" + version);
        worker.awaitPhase(Phase.Healthy);
    }

    private static Visitor visitor(String namespace, String role) {
        return new Visitor(INSTALLED.client(), namespace, INSTALLED.level().worker(), role);
    }
}
