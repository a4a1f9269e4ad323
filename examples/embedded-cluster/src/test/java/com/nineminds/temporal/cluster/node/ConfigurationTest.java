package com.nineminds.temporal.cluster.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.ContainerStatus;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.SecretBuilder;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ConfigurationTest {
    private NodeFixture node;

    @BeforeEach
    void start() {
        node = NodeFixture.with(Map.of());
    }

    @AfterEach
    void stop() {
        node.close();
    }

    @Test
    void variablesComeFromEverywhereTheyCan() {
        configMap(Map.of("LOG_LEVEL", "debug", "MODE", "fast"));
        secret(Map.of("token", "not-a-secret"));
        node.create(container("""
                args: ["echo $LOG_LEVEL $PRE_MODE $TOKEN $NAME $TIER $NODE $CPU $GREETING"]
                envFrom:
                - {prefix: PRE_, configMapRef: {name: settings}}
                env:
                - {name: LOG_LEVEL, valueFrom: {configMapKeyRef: {name: settings, key: LOG_LEVEL}}}
                - {name: TOKEN, valueFrom: {secretKeyRef: {name: credentials, key: token}}}
                - {name: NAME, valueFrom: {fieldRef: {fieldPath: metadata.name}}}
                - {name: TIER, valueFrom: {fieldRef: {fieldPath: "metadata.labels['tier']"}}}
                - {name: NODE, valueFrom: {fieldRef: {fieldPath: spec.nodeName}}}
                - {name: CPU, valueFrom: {resourceFieldRef: {resource: requests.cpu, divisor: 1m}}}
                - {name: GREETING, value: "hello-$(NAME)-$(UNKNOWN)-$$(NAME)"}
                - {name: ABSENT, valueFrom: {configMapKeyRef: {name: none, key: none, optional: true}}}
                resources: {requests: {cpu: 250m}}
                """));
        await().untilAsserted(() -> assertThat(node.log())
                .isEqualTo("debug fast not-a-secret p back node-1 250 hello-p-$(UNKNOWN)-$(NAME)\n"));
    }

    @Test
    void aMissingConfigMapIsNamedUntilItExists() {
        node.create(container("""
                args: ["echo $LOG_LEVEL; exec sleep 60"]
                env:
                - {name: LOG_LEVEL, valueFrom: {configMapKeyRef: {name: settings, key: LOG_LEVEL}}}
                """));
        ContainerStatus seen = await().until(
                        node::main, main -> NodeFixture.words(main.getState()).equals("CreateContainerConfigError"));
        assertThat(seen.getState().getWaiting().getMessage()).isEqualTo("configmap \"settings\" not found");
        assertThat(node.events()).contains("Failed: Error: configmap \"settings\" not found");
        configMap(Map.of("LOG_LEVEL", "info"));
        await().untilAsserted(() -> assertThat(node.log()).isEqualTo("info\n"));
    }

    @Test
    void aMissingKeyIsNamed() {
        secret(Map.of("other", "not-a-secret"));
        node.create(container("""
                env:
                - {name: TOKEN, valueFrom: {secretKeyRef: {name: credentials, key: token}}}
                """));
        ContainerStatus seen = await().until(
                        node::main, main -> NodeFixture.words(main.getState()).equals("CreateContainerConfigError"));
        assertThat(seen.getState().getWaiting().getMessage())
                .isEqualTo("couldn't find key token in Secret default/credentials");
    }

    @Test
    void mountPathsInVariablesAndArgumentsLeadToTheFilesOfTheVolumes() {
        configMap(Map.of("a.properties", "a=1", "b.properties", "b=2"));
        node.create(pod("""
                containers:
                - name: main
                  image: local/shell:1
                  args: ["cat /etc/app/renamed $FILE; echo; cat /etc/podinfo/labels; echo; echo shared > /work/x; cat /work/x"]
                  env:
                  - {name: FILE, value: /etc/all/b.properties}
                  volumeMounts:
                  - {name: some, mountPath: /etc/app}
                  - {name: all, mountPath: /etc/all/}
                  - {name: info, mountPath: /etc/podinfo}
                  - {name: work, mountPath: /work, subPath: sub}
                volumes:
                - {name: some, configMap: {name: settings, items: [{key: a.properties, path: renamed}]}}
                - {name: all, projected: {sources: [{configMap: {name: settings}}]}}
                - {name: info, downwardAPI: {items: [{path: labels, fieldRef: {fieldPath: metadata.labels}}]}}
                - {name: work, emptyDir: {}}
                """));
        await().untilAsserted(() -> assertThat(node.log()).isEqualTo("a=1b=2\ntier=\"back\"\nshared\n"));
    }

    @Test
    void aPodWaitsForAVolumeWhoseConfigMapIsMissing() {
        node.create(pod("""
                containers:
                - {name: main, image: "local/shell:1", args: ["exec sleep 60"]}
                volumes:
                - {name: some, configMap: {name: settings}}
                """));
        await().untilAsserted(
                        () -> assertThat(node.events())
                                .contains(
                                        "FailedMount: MountVolume.SetUp failed for volume \"some\" : configmap \"settings\" not found"));
        assertThat(NodeFixture.words(node.main().getState())).isEqualTo("ContainerCreating");
        configMap(Map.of("a", "b"));
        await().untilAsserted(() -> assertThat(node.main().getReady()).isTrue());
    }

    @Test
    void aProcessSeesNothingOfOurOwnEnvironmentButItsRuntime() {
        node.create(container("args: [\"env | cut -d= -f1 | sort | tr '\\\\n' ' '\"]"));
        await().until(() -> node.log().contains("HOSTNAME"));
        assertThat(node.log().trim().split(" "))
                .isSubsetOf(
                        "PATH", "JAVA_HOME", "LANG", "LC_ALL", "TZ", "HOME", "HOSTNAME", "PWD", "OLDPWD", "SHLVL", "_");
    }

    private void configMap(Map<String, String> data) {
        node.client()
                .resource(new ConfigMapBuilder()
                        .withNewMetadata()
                        .withName("settings")
                        .withNamespace("default")
                        .endMetadata()
                        .withData(data)
                        .build())
                .create();
    }

    private void secret(Map<String, String> data) {
        node.client()
                .resource(new SecretBuilder()
                        .withNewMetadata()
                        .withName("credentials")
                        .withNamespace("default")
                        .endMetadata()
                        .withStringData(data)
                        .build())
                .create();
    }

    private static PodBuilder container(String yaml) {
        return pod("containers:\n- name: main\n  image: local/shell:1\n" + yaml.indent(2));
    }

    private static PodBuilder pod(String spec) {
        String yaml = """
                apiVersion: v1
                kind: Pod
                metadata: {name: p, namespace: default, labels: {tier: back}}
                spec:
                """ + spec.indent(2);
        return new PodBuilder(Serialization.unmarshal(yaml, io.fabric8.kubernetes.api.model.Pod.class));
    }
}
