package com.nineminds.temporal.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.nineminds.temporal.operator.config.OperatorConfig;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.rbac.ClusterRole;
import io.fabric8.kubernetes.api.model.rbac.Role;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the chart renders. */
class ChartTest {
    @BeforeEach
    void needsHelm() {
        Chart.needsHelm();
    }

    @ParameterizedTest
    @ValueSource(strings = {"crds.install=true", "watchNamespaces={mail,billing}", "networkPolicy.enabled=true"})
    void helm_finds_nothing_to_complain_about(String values) {
        Chart.Run lint = Chart.helm("lint", "--strict", "--set", values);

        assertThat(lint.code()).as(lint.output()).isZero();
    }

    @Test
    void namespaces_of_its_own_need_no_cluster_role() {
        List<HasMetadata> objects = Chart.render("--set", "watchNamespaces={mail,billing}");

        assertThat(kinds(objects)).doesNotContain("ClusterRole", "ClusterRoleBinding");
        assertThat(all(Role.class, objects))
                .extracting(role -> role.getMetadata().getNamespace())
                .containsExactlyInAnyOrder("mail", "billing", "operations");
        assertThat(config(objects).watchNamespaces()).isEqualTo(Set.of("mail", "billing"));
    }

    @Test
    void all_namespaces_need_one_cluster_role_with_the_same_rules() {
        List<HasMetadata> everywhere =
                Chart.render("--set", "rbac.aggregate=false,replicas=1,leaderElection.enabled=false");
        List<HasMetadata> there =
                Chart.render("--set", "watchNamespaces={mail},replicas=1,leaderElection.enabled=false");

        assertThat(kinds(everywhere)).doesNotContain("Role", "RoleBinding");
        assertThat(one(ClusterRole.class, everywhere).getRules())
                .isEqualTo(one(Role.class, there).getRules());
        assertThat(config(everywhere).watchNamespaces()).isEmpty();
    }

    @Test
    void nothing_is_granted_by_wildcard_and_no_secret_can_be_read() {
        ClusterRole role = one(ClusterRole.class, Chart.render("--set", "rbac.aggregate=false"));

        assertThat(role.getRules()).allSatisfy(rule -> {
            assertThat(rule.getVerbs()).doesNotContain("*", "escalate", "bind", "impersonate");
            assertThat(rule.getResources()).doesNotContain("*", "secrets");
            assertThat(rule.getApiGroups()).doesNotContain("*");
        });
    }

    @Test
    void the_defaults_of_the_chart_are_those_of_the_operator() {
        assertThat(config(Chart.render())).isEqualTo(OperatorConfig.defaults());
    }

    @Test
    void two_pods_elect_a_leader_and_may_do_so_in_their_own_namespace_only() {
        List<HasMetadata> objects = Chart.render();

        assertThat(one(Deployment.class, objects).getSpec().getReplicas()).isEqualTo(2);
        Role role = one(Role.class, objects);
        assertThat(role.getMetadata().getNamespace()).isEqualTo("operations");
        assertThat(role.getRules())
                .allSatisfy(rule -> assertThat(rule.getResources()).containsExactly("leases"));
        assertThat(kinds(objects)).contains("PodDisruptionBudget");
    }

    @Test
    void without_a_leader_there_is_never_one_of_two() {
        Deployment deployment = one(Deployment.class, Chart.render("--set", "replicas=1,leaderElection.enabled=false"));

        assertThat(deployment.getSpec().getReplicas()).isEqualTo(1);
        assertThat(deployment.getSpec().getStrategy().getType()).isEqualTo("Recreate");
        assertThat(Chart.helm("template", "--set", "leaderElection.enabled=false")
                        .output())
                .contains("replicas: more than one needs leaderElection.enabled");
    }

    @Test
    void the_kubelet_and_prometheus_find_what_they_ask_for() {
        List<HasMetadata> objects = Chart.render("--set", "metrics.service=true");
        Container container = one(Deployment.class, objects)
                .getSpec()
                .getTemplate()
                .getSpec()
                .getContainers()
                .get(0);

        assertThat(container.getLivenessProbe().getHttpGet().getPath()).isEqualTo("/livez");
        assertThat(container.getReadinessProbe().getHttpGet().getPath()).isEqualTo("/readyz");
        assertThat(container.getPorts())
                .singleElement()
                .satisfies(port -> assertThat(port.getContainerPort())
                        .isEqualTo(config(objects).management().port()));
        assertThat(kinds(objects)).contains("Service");
    }

    @Test
    void the_pod_is_hardened() {
        Deployment deployment = one(Deployment.class, Chart.render());

        PodSpec pod = deployment.getSpec().getTemplate().getSpec();
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
        assertThat(Chart.render())
                .filteredOn(object -> object.getKind().equals("CustomResourceDefinition"))
                .singleElement()
                .satisfies(definition -> assertThat(definition.getMetadata().getAnnotations())
                        .containsEntry("helm.sh/resource-policy", "keep"));
        assertThat(kinds(Chart.render("--set", "crds.install=false"))).doesNotContain("CustomResourceDefinition");
    }

    @Test
    void nobody_may_connect_to_the_operator_where_a_network_policy_is_asked_for() {
        NetworkPolicy policy = one(NetworkPolicy.class, Chart.render("--set", "networkPolicy.enabled=true"));

        assertThat(policy.getSpec().getPolicyTypes()).containsExactly("Ingress", "Egress");
        assertThat(policy.getSpec().getIngress()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "watchNamespaces={Not_A_Name}",
                "settings.reconcileThreads=65",
                "settings.resyncInterval=soon",
                "replicas=0",
                "image.digest=sha256:short"
            })
    void a_value_that_cannot_be_right_is_refused_by_name(String value) {
        Chart.Run run = Chart.helm("template", "--set", value);

        assertThat(run.code()).isNotZero();
        assertThat(run.output()).contains(value.replaceAll("[.={].*", ""));
    }

    private static OperatorConfig config(List<HasMetadata> objects) {
        PodSpec pod = one(Deployment.class, objects).getSpec().getTemplate().getSpec();
        Map<String, String> environment = pod.getContainers().get(0).getEnv().stream()
                .filter(variable -> variable.getValue() != null)
                .collect(Collectors.toMap(EnvVar::getName, EnvVar::getValue));
        return OperatorConfig.from(environment);
    }

    private static List<String> kinds(List<HasMetadata> objects) {
        return objects.stream().map(HasMetadata::getKind).toList();
    }

    private static <T extends HasMetadata> List<T> all(Class<T> kind, List<HasMetadata> objects) {
        return objects.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    private static <T extends HasMetadata> T one(Class<T> kind, List<HasMetadata> objects) {
        List<T> all = all(kind, objects);
        assertThat(all).as(kind.getSimpleName()).hasSize(1);
        return all.get(0);
    }
}
