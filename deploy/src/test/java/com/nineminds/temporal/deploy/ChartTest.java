package com.nineminds.temporal.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.nineminds.temporal.operator.config.ConfigKey;
import com.nineminds.temporal.operator.config.OperatorConfig;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.KeyToPath;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyIngressRule;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import io.fabric8.kubernetes.api.model.rbac.ClusterRole;
import io.fabric8.kubernetes.api.model.rbac.Role;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the chart renders. */
class ChartTest {
    private static final String CREDENTIALS = "temporal.credentials[0].address=shop.a1b2c.tmprl.cloud:7233,"
            + "temporal.credentials[0].secretName=cloud,"
            + "temporal.credentials[1].address=[FD00::1]:7233,temporal.credentials[1].secretName=own";

    @BeforeEach
    void needsHelm() {
        Chart.needsHelm();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "crds.install=true",
                "metrics.serviceMonitor.enabled=true",
                "watchNamespaces={mail,billing}",
                "networkPolicy.enabled=true"
            })
    void helm_finds_nothing_to_complain_about(String values) {
        Helm.Run lint = Chart.helm("lint", "--strict", "--set", values);

        assertThat(lint.code()).as(lint.output()).isZero();
    }

    @Test
    void namespaces_of_its_own_need_no_cluster_role() {
        Rendered objects = Chart.render("--set", "watchNamespaces={mail,billing}");

        assertThat(objects.kinds()).doesNotContain("ClusterRole", "ClusterRoleBinding");
        assertThat(objects.all(Role.class))
                .extracting(role -> role.getMetadata().getNamespace())
                .containsExactlyInAnyOrder("mail", "billing", "operations");
        assertThat(objects.config().watchNamespaces()).isEqualTo(Set.of("mail", "billing"));
    }

    @Test
    void all_namespaces_need_one_cluster_role_with_the_same_rules() {
        Rendered everywhere = Chart.render("--set", "rbac.aggregate=false,replicas=1,leaderElection.enabled=false");
        Rendered there = Chart.render("--set", "watchNamespaces={mail},replicas=1,leaderElection.enabled=false");

        assertThat(everywhere.kinds()).doesNotContain("Role", "RoleBinding");
        assertThat(everywhere.one(ClusterRole.class).getRules())
                .isEqualTo(there.one(Role.class).getRules());
        assertThat(everywhere.config().watchNamespaces()).isEmpty();
    }

    @Test
    void nothing_is_granted_by_wildcard_and_no_secret_can_be_read() {
        ClusterRole role = Chart.render("--set", "rbac.aggregate=false").one(ClusterRole.class);

        assertThat(role.getRules()).allSatisfy(rule -> {
            assertThat(rule.getVerbs()).doesNotContain("*", "escalate", "bind", "impersonate");
            assertThat(rule.getResources()).doesNotContain("*", "secrets");
            assertThat(rule.getApiGroups()).doesNotContain("*");
        });
    }

    @Test
    void the_defaults_of_the_chart_are_those_of_the_operator() {
        assertThat(Chart.render().config()).isEqualTo(OperatorConfig.defaults());
    }

    @Test
    void two_pods_elect_a_leader_and_may_do_so_in_their_own_namespace_only() {
        Rendered objects = Chart.render();

        assertThat(objects.deployment().getSpec().getReplicas()).isEqualTo(2);
        Role role = objects.one(Role.class);
        assertThat(role.getMetadata().getNamespace()).isEqualTo("operations");
        assertThat(role.getRules())
                .allSatisfy(rule -> assertThat(rule.getResources()).containsExactly("leases"));
        assertThat(objects.kinds()).contains("PodDisruptionBudget");
    }

    @Test
    void without_a_leader_there_is_never_one_of_two() {
        Deployment deployment =
                Chart.render("--set", "replicas=1,leaderElection.enabled=false").one(Deployment.class);

        assertThat(deployment.getSpec().getReplicas()).isEqualTo(1);
        assertThat(deployment.getSpec().getStrategy().getType()).isEqualTo("Recreate");
        assertThat(Chart.helm("template", "--set", "leaderElection.enabled=false")
                        .output())
                .contains("replicas: more than one needs leaderElection.enabled");
    }

    @Test
    void the_kubelet_and_prometheus_find_what_they_ask_for() {
        Rendered objects = Chart.render("--set", "metrics.service=true");
        Container container = objects.container();

        assertThat(container.getLivenessProbe().getHttpGet().getPath()).isEqualTo("/livez");
        assertThat(container.getReadinessProbe().getHttpGet().getPath()).isEqualTo("/readyz");
        assertThat(container.getPorts())
                .singleElement()
                .satisfies(port -> assertThat(port.getContainerPort())
                        .isEqualTo(objects.config().management().port()));
        assertThat(objects.kinds()).contains("Service");
    }

    @Test
    void the_pod_is_hardened() {
        PodSpec pod = Chart.render().pod();

        assertThat(pod.getSecurityContext().getRunAsNonRoot()).isTrue();
        assertThat(pod.getSecurityContext().getSeccompProfile().getType()).isEqualTo("RuntimeDefault");
        Container container = pod.getContainers().get(0);
        assertThat(container.getSecurityContext().getAllowPrivilegeEscalation()).isFalse();
        assertThat(container.getSecurityContext().getReadOnlyRootFilesystem()).isTrue();
        assertThat(container.getSecurityContext().getCapabilities().getDrop()).containsExactly("ALL");
        assertThat(container.getImage())
                .isEqualTo("harbor.nineminds.com/nineminds/temporal-worker-operator:0.1.0-SNAPSHOT");
    }

    @Test
    void the_definition_outlives_the_release() {
        assertThat(Chart.render().objects())
                .filteredOn(object -> object.getKind().equals("CustomResourceDefinition"))
                .singleElement()
                .satisfies(definition -> assertThat(definition.getMetadata().getAnnotations())
                        .containsEntry("helm.sh/resource-policy", "keep"));
        assertThat(Chart.render("--set", "crds.install=false").kinds()).doesNotContain("CustomResourceDefinition");
    }

    @Test
    void nobody_may_connect_to_the_operator_where_a_network_policy_is_asked_for() {
        NetworkPolicy policy =
                Chart.render("--set", "networkPolicy.enabled=true").one(NetworkPolicy.class);

        assertThat(policy.getSpec().getPolicyTypes()).containsExactly("Ingress", "Egress");
        assertThat(policy.getSpec().getIngress()).isEmpty();
    }

    @Test
    void who_reads_the_metrics_gets_through_the_network_policy() {
        Rendered everybody = Chart.render("--set", "networkPolicy.enabled=true,metrics.serviceMonitor.enabled=true");
        Rendered prometheus = Chart.render(
                "--set",
                "networkPolicy.enabled=true,metrics.service=true,"
                        + "networkPolicy.metricsFrom[0].namespaceSelector.matchLabels.team=monitoring");

        assertThat(everybody.kinds()).contains("Service", "ServiceMonitor");
        assertThat(entrance(everybody).getFrom()).isEmpty();
        assertThat(entrance(everybody).getPorts())
                .singleElement()
                .satisfies(port -> assertThat(port.getPort().getStrVal())
                        .isEqualTo(everybody.container().getPorts().get(0).getName()));
        assertThat(entrance(prometheus).getFrom())
                .singleElement()
                .satisfies(peer -> assertThat(peer.getNamespaceSelector().getMatchLabels())
                        .containsExactly(Map.entry("team", "monitoring")));
    }

    private static NetworkPolicyIngressRule entrance(Rendered objects) {
        List<NetworkPolicyIngressRule> rules =
                objects.one(NetworkPolicy.class).getSpec().getIngress();
        assertThat(rules).hasSize(1);
        return rules.get(0);
    }

    @Test
    void a_drain_takes_one_pod_at_a_time_and_waits_for_none_that_is_not_ready() {
        PodDisruptionBudget budget = Chart.render().one(PodDisruptionBudget.class);

        assertThat(budget.getSpec().getMaxUnavailable().getIntVal()).isEqualTo(1);
        assertThat(budget.getSpec().getUnhealthyPodEvictionPolicy()).isEqualTo("AlwaysAllow");
        assertThat(Chart.render().pod().getTopologySpreadConstraints())
                .singleElement()
                .satisfies(spread -> assertThat(spread.getTopologyKey()).isEqualTo("kubernetes.io/hostname"));
    }

    @Test
    void credentials_for_temporal_are_files_of_the_operator_under_the_address_that_they_are_for() {
        Rendered objects = Chart.render("--set", CREDENTIALS);

        Volume volume = objects.pod().getVolumes().get(1);
        assertThat(volume.getProjected().getSources())
                .extracting(source -> source.getSecret().getName())
                .containsExactly("cloud", "own");
        assertThat(volume.getProjected().getSources())
                .allSatisfy(source -> assertThat(source.getSecret().getOptional())
                        .as("a Secret that is missing keeps no operator from its work")
                        .isTrue());
        assertThat(volume.getProjected().getSources())
                .flatExtracting(source -> source.getSecret().getItems())
                .extracting(KeyToPath::getPath)
                .contains("shop.a1b2c.tmprl.cloud_7233/api-key", "[fd00__1]_7233/tls.key");
        assertThat(objects.container().getVolumeMounts())
                .filteredOn(mount -> mount.getName().equals(volume.getName()))
                .singleElement()
                .satisfies(mount -> {
                    assertThat(mount.getReadOnly()).isTrue();
                    assertThat(objects.config().temporal().credentials()).contains(Path.of(mount.getMountPath()));
                });
    }

    @Test
    void an_address_has_one_secret() {
        Helm.Run run = Chart.helm(
                "template", "--set", CREDENTIALS + ",temporal.credentials[1].address=Shop.a1b2c.tmprl.cloud:7233");

        assertThat(run.code()).isNotZero();
        assertThat(run.output()).contains("temporal.credentials: Shop.a1b2c.tmprl.cloud:7233 is there twice");
    }

    @Test
    void every_variable_is_one_that_the_operator_knows() {
        assertThat(Chart.render("--set", "watchNamespaces={mail}," + CREDENTIALS)
                        .container()
                        .getEnv())
                .extracting(EnvVar::getName)
                .isSubsetOf(OperatorConfig.keys().stream().map(ConfigKey::name).toList());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "watchNamespaces={Not_A_Name}",
                "settings.reconcileThreads=65",
                "settings.resyncInterval=soon",
                "replicas=0",
                "temporal.credentials[0].address=temporal.example.com",
                "image.digest=sha256:short"
            })
    void a_value_that_cannot_be_right_is_refused_by_name(String value) {
        Helm.Run run = Chart.helm("template", "--set", value);

        assertThat(run.code()).isNotZero();
        assertThat(run.output()).contains(value.replaceAll("[.={].*", ""));
    }
}
