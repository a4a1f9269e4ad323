package com.nineminds.temporal.cluster.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.nineminds.temporal.cluster.EmbeddedCluster;
import com.nineminds.temporal.cluster.EmbeddedClusterOptions;
import com.nineminds.temporal.cluster.node.ProcessNode;
import com.nineminds.temporal.cluster.node.ProcessNodeOptions;
import com.nineminds.temporal.cluster.node.image.ImageCommand;
import com.nineminds.temporal.cluster.node.image.ImageCommands;
import io.fabric8.kubernetes.api.model.ContainerState;
import io.fabric8.kubernetes.api.model.ContainerStatus;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.client.dsl.PodResource;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Processes of this machine that find the secrets of a local file where Vault's agent would put them. */
class VaultPodTest {
    private static final String FILE = "'{{- with secret \"secret/data/app\" -}}{{ .Data.data.%s }}{{- end -}}'";

    @TempDir
    private Path directory;

    private Path secrets;
    private EmbeddedCluster cluster;

    @BeforeEach
    void start() throws IOException {
        secrets =
                Files.writeString(directory.resolve("secrets.yaml"), "secret/data/app: {key: 'a \"quoted\" $value'}\n");
        VaultAgent agent = VaultAgent.of(VaultSecrets.file(secrets)).withRetries(2, Duration.ofMillis(10));
        ImageCommands images =
                ImageCommands.of(Map.of("local/shell:1", ImageCommand.of("sh", "-c"), VaultInjector.IMAGES, agent));
        ProcessNode node = new ProcessNode(
                ProcessNodeOptions.of("node-1", images).withBackOff(Duration.ofMillis(400), Duration.ofSeconds(2)));
        cluster = EmbeddedCluster.start(EmbeddedClusterOptions.with(node).withAdmissions(new VaultInjector()));
    }

    @AfterEach
    void stop() {
        cluster.close();
    }

    @Test
    void aProcessReadsASecretFromItsFile() {
        create("""
                vault.hashicorp.com/agent-inject-secret-app: secret/data/app
                vault.hashicorp.com/agent-inject-template-app: %s
                vault.hashicorp.com/agent-inject-file-app: API_KEY
                """.formatted(FILE.formatted("key")));
        await().untilAsserted(() -> assertThat(log("main")).isEqualTo("API_KEY=a \"quoted\" $value\n"));
        await().untilAsserted(() -> assertThat(words("vault-agent")).isEqualTo("running"));
        assertThat(words("vault-agent-init")).isEqualTo("Completed 0");
        assertThat(log("vault-agent-init")).contains("rendered \"(dynamic)\" => \"/vault/secrets/API_KEY\"");
    }

    @Test
    void aShellCanSourceExports() {
        create("""
                vault.hashicorp.com/agent-inject-secret-env: secret/data/app
                vault.hashicorp.com/agent-inject-template-env: |
                  {{- with secret "secret/data/app" -}}
                  export API_KEY='{{ .Data.data.key }}'
                  {{- end }}
                """);
        await().untilAsserted(() -> assertThat(log("main")).isEqualTo("env=export API_KEY='a \"quoted\" $value'\n"));
    }

    @Test
    void aMissingSecretFailsTheInitContainerAndNothingElseStarts() {
        create("""
                vault.hashicorp.com/agent-inject-template-app: '{{ with secret "secret/data/none" }}{{ end }}'
                """);
        await().untilAsserted(() -> assertThat(words("vault-agent-init")).isEqualTo("CrashLoopBackOff"));
        assertThat(status("vault-agent-init")
                        .orElseThrow()
                        .getLastState()
                        .getTerminated()
                        .getExitCode())
                .isEqualTo(1);
        await().untilAsserted(() -> assertThat(log("vault-agent-init"))
                .contains("no secret exists at secret/data/none (retry attempt 1 after \"10ms\")")
                .contains("(exceeded maximum retries)"));
        assertThat(words("main")).isEqualTo("PodInitializing");
    }

    @Test
    void aMissingKeyFailsTheInitContainerWhereItIsToBeAnError() {
        create("""
                vault.hashicorp.com/agent-inject-template-app: %s
                vault.hashicorp.com/error-on-missing-key-app: "true"
                """.formatted(FILE.formatted("none")));
        await().untilAsserted(() -> assertThat(words("vault-agent-init")).isEqualTo("CrashLoopBackOff"));
        assertThat(log("vault-agent-init"))
                .contains("map has no entry for key \"none\"")
                .doesNotContain("quoted");
    }

    @Test
    void aChangedValueReachesTheFileWithTheNextRendering() throws IOException {
        create("""
                vault.hashicorp.com/template-static-secret-render-interval: 200ms
                vault.hashicorp.com/agent-inject-template-app: %s
                """.formatted(FILE.formatted("key")));
        await().untilAsserted(() -> assertThat(log("main")).contains("quoted"));
        Files.writeString(secrets, "secret/data/app: {key: changed}\n");
        await().untilAsserted(() -> assertThat(log("main")).contains("app=changed\n"));
    }

    private void create(String annotations) {
        String yaml = """
                apiVersion: v1
                kind: Pod
                metadata:
                  name: p
                  namespace: default
                  annotations:
                    vault.hashicorp.com/agent-inject: "true"
                    vault.hashicorp.com/role: app
                %s
                spec:
                  containers:
                  - name: main
                    image: local/shell:1
                    args:
                    - |
                      cd /vault/secrets
                      while true; do
                        now=$(for file in *; do printf '%%s=' "$file"; cat "$file"; done)
                        [ "$now" = "$before" ] || echo "$now"
                        before=$now
                        sleep 0.1
                      done
                """.formatted(annotations.indent(4));
        cluster.client().resource(Serialization.unmarshal(yaml, Pod.class)).create();
    }

    private PodResource pod() {
        return cluster.client().pods().inNamespace("default").withName("p");
    }

    private String log(String container) {
        String log = pod().inContainer(container).getLog();
        return log == null ? "" : log;
    }

    private Optional<ContainerStatus> status(String container) {
        var status = pod().get().getStatus();
        return List.of(status.getInitContainerStatuses(), status.getContainerStatuses()).stream()
                .flatMap(List::stream)
                .filter(each -> each.getName().equals(container))
                .findFirst();
    }

    /** {@code running}, or why a container waits or ended. */
    private String words(String container) {
        ContainerState state = status(container).map(ContainerStatus::getState).orElseGet(ContainerState::new);
        if (state.getWaiting() != null) {
            return state.getWaiting().getReason();
        }
        return state.getTerminated() == null
                ? "running"
                : state.getTerminated().getReason() + " "
                        + state.getTerminated().getExitCode();
    }
}
