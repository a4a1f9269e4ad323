package com.nineminds.temporal.cluster.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nineminds.temporal.cluster.EmbeddedCluster;
import com.nineminds.temporal.cluster.EmbeddedClusterOptions;
import com.nineminds.temporal.cluster.node.SimulatedNode;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.VolumeMount;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the API answers when a pod with the injector's annotations is created. */
class VaultInjectorTest {
    private static final String ONE_FILE = """
            vault.hashicorp.com/agent-inject: "true"
            vault.hashicorp.com/role: app
            vault.hashicorp.com/agent-inject-secret-mail: secret/data/app
            vault.hashicorp.com/agent-inject-template-mail: '{{ with secret "secret/data/app" }}{{ .Data.data.key }}{{ end }}'
            """;

    private static EmbeddedCluster cluster;

    @BeforeAll
    static void start() {
        cluster = EmbeddedCluster.start(
                EmbeddedClusterOptions.with(SimulatedNode.named("node-1")).withAdmissions(new VaultInjector()));
    }

    @AfterAll
    static void stop() {
        cluster.close();
    }

    @Test
    void aPodGetsTheAgentsTheirVolumesAndTheFilesDirectory() {
        Pod pod = create("a", ONE_FILE, "");
        assertThat(names(pod.getSpec().getInitContainers())).containsExactly("own-init", "vault-agent-init");
        assertThat(names(pod.getSpec().getContainers())).containsExactly("main", "vault-agent");
        assertThat(pod.getSpec().getVolumes())
                .extracting(Volume::getName)
                .containsExactly("token", "home-init", "home-sidecar", "vault-secrets");
        assertThat(mounts(pod.getSpec().getContainers().get(0))).containsExactly("vault-secrets=/vault/secrets");
        assertThat(mounts(pod.getSpec().getInitContainers().get(0))).containsExactly("vault-secrets=/vault/secrets");
        assertThat(mounts(pod.getSpec().getContainers().get(1)))
                .containsExactly("home-sidecar=/home/vault", "vault-secrets=/vault/secrets");
        assertThat(pod.getMetadata().getAnnotations())
                .containsEntry("vault.hashicorp.com/agent-inject-status", "injected");
    }

    @Test
    void theAnnotationsDecideAboutOrderResourcesUserAndToken() {
        Pod pod = create("b", ONE_FILE + """
                vault.hashicorp.com/agent-init-first: "true"
                vault.hashicorp.com/agent-run-as-same-user: "true"
                vault.hashicorp.com/agent-requests-cpu: 25m
                vault.hashicorp.com/agent-limits-mem: 256Mi
                vault.hashicorp.com/agent-service-account-token-volume-name: token
                """, "");
        assertThat(names(pod.getSpec().getInitContainers())).containsExactly("vault-agent-init", "own-init");
        Container agent = pod.getSpec().getContainers().get(1);
        assertThat(agent.getSecurityContext().getRunAsUser()).isEqualTo(1234);
        assertThat(agent.getResources().getRequests()).containsEntry("cpu", new Quantity("25m"));
        assertThat(agent.getResources().getLimits()).containsEntry("memory", new Quantity("256Mi"));
        assertThat(mounts(agent)).contains("token=/var/run/secrets/vault.hashicorp.com/serviceaccount");
    }

    @Test
    void withPrePopulateOnlyThereIsNoSidecar() {
        Pod pod = create("c", ONE_FILE + "vault.hashicorp.com/agent-pre-populate-only: \"true\"", "");
        assertThat(names(pod.getSpec().getContainers())).containsExactly("main");
        assertThat(pod.getSpec().getVolumes()).extracting(Volume::getName).doesNotContain("home-sidecar");
    }

    @Test
    void noOtherPodIsTouched() {
        assertThat(names(create("d", "other: x", "").getSpec().getContainers())).containsExactly("main");
        assertThat(names(create("e", ONE_FILE.replace("\"true\"", "\"false\""), "")
                        .getSpec()
                        .getContainers()))
                .containsExactly("main");
    }

    @Test
    void noSecretsValueNorPathIsInPlainSightOfTheContainersVariables() {
        Container agent = create("f", ONE_FILE, "").getSpec().getContainers().get(1);
        assertThat(agent.getEnv())
                .extracting("name")
                .containsExactly(
                        "NAMESPACE", "HOST_IP", "POD_IP", "VAULT_LOG_LEVEL", "VAULT_LOG_FORMAT", "VAULT_CONFIG");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            agent-configmap: config          | annotation vault.hashicorp.com/agent-configmap is not supported by this cluster: remove it, or try the pod on a cluster with a Vault
            agent-inject-command-mail: "run" | annotation vault.hashicorp.com/agent-inject-command-mail is not supported by this cluster: remove it, or try the pod on a cluster with a Vault
            agent-inject-secret-x: secret/x  | annotation vault.hashicorp.com/agent-inject-template-x is missing: this cluster does not render the injector's default template
            agent-init-first: maybe          | annotation vault.hashicorp.com/agent-init-first: "maybe" is no boolean
            agent-run-as-user: root          | annotation vault.hashicorp.com/agent-run-as-user: "root" is no number
            agent-service-account-token-volume-name: none | failed to find service account volume "none"
            agent-inject-template-mail: "{{ env }}" | annotation vault.hashicorp.com/agent-inject-template-mail: {{ env }} is not supported here: use with secret "path", and inside it .Data.data.key or index .Data.data "key"
            role: ""                         | no Vault role found
            """)
    void whatCannotBeFollowedIsRefusedByName(String annotation, String why) {
        String name = annotation.substring(0, annotation.indexOf(':'));
        String annotations = ONE_FILE.replaceAll("(?m)^vault.hashicorp.com/" + name + ": .*\n", "");
        assertThatThrownBy(() -> create("x", annotations + "vault.hashicorp.com/" + annotation, ""))
                .isInstanceOfSatisfying(KubernetesClientException.class, refused -> {
                    assertThat(refused.getCode()).isEqualTo(400);
                    assertThat(refused.getStatus().getMessage())
                            .isEqualTo("admission webhook \"vault.hashicorp.com\" denied the request: " + why);
                });
    }

    @Test
    void aPodThatRefusesATokenCannotLogIn() {
        assertThatThrownBy(() -> create("y", ONE_FILE, "automountServiceAccountToken: false"))
                .hasMessageContaining("failed to find service account volume mount");
    }

    @Test
    void aPodWithAVolumeOfThatNameIsRefused() {
        assertThatThrownBy(() -> create("z", ONE_FILE, "", "vault-secrets"))
                .hasMessageContaining("spec.volumes[3].name: Duplicate value: \"vault-secrets\"");
    }

    private static Pod create(String name, String annotations, String spec) {
        return create(name, annotations, spec, "token");
    }

    private static Pod create(String name, String annotations, String spec, String volume) {
        String yaml = """
                apiVersion: v1
                kind: Pod
                metadata:
                  name: %s
                  namespace: default
                  annotations:
                %s
                spec:
                  %s
                  initContainers: [{name: own-init, image: i}]
                  containers: [{name: main, image: i, securityContext: {runAsUser: 1234}}]
                  volumes: [{name: %s, emptyDir: {}}]
                """.formatted(name, annotations.indent(4), spec, volume);
        return cluster.client()
                .resource(Serialization.unmarshal(yaml, Pod.class))
                .inNamespace("default")
                .create();
    }

    private static List<String> names(List<Container> containers) {
        return containers.stream().map(Container::getName).toList();
    }

    private static List<String> mounts(Container container) {
        return container.getVolumeMounts().stream()
                .map((VolumeMount mount) -> mount.getName() + "=" + mount.getMountPath())
                .toList();
    }
}
