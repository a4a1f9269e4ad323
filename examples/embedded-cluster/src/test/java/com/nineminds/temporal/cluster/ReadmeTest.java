package com.nineminds.temporal.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.nineminds.temporal.cluster.faults.Fault;
import com.nineminds.temporal.cluster.faults.FaultMatch;
import com.nineminds.temporal.cluster.faults.Faults;
import com.nineminds.temporal.cluster.node.ProcessNode;
import com.nineminds.temporal.cluster.node.ProcessNodeOptions;
import com.nineminds.temporal.cluster.node.SimulatedNode;
import com.nineminds.temporal.cluster.node.image.ImageFile;
import com.nineminds.temporal.cluster.objects.Pods;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.DeploymentBuilder;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscalerBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the README shows works as shown. */
class ReadmeTest {
    private static final Path README = Path.of("README.md");
    private static final Path THIS = Path.of("src/test/java/com/nineminds/temporal/cluster/ReadmeTest.java");

    @BeforeAll
    static void patience() {
        Awaitility.setDefaultTimeout(Duration.ofSeconds(30));
    }

    @Test
    void everyBlockOfJavaInTheReadmeIsInThisTest() throws IOException {
        List<String> source = lines(Files.readString(THIS));
        assertThat(blocks("java"))
                .hasSizeGreaterThan(3)
                .allSatisfy(block -> assertThat(source).containsSubsequence(lines(block)));
    }

    @Test
    void aClusterIsStartedFromATest() {
        Deployment deployment = web("registry.example/web:1");
        try (EmbeddedCluster cluster = EmbeddedCluster.start(EmbeddedClusterOptions.simulated())) {
            KubernetesClient client = cluster.client();
            client.resource(deployment).create();
            await().until(() -> client.resource(deployment).isReady());
        }
    }

    @Test
    void podsAndNodesFollowAScript() {
        SimulatedNode node = SimulatedNode.named("node-1");
        try (EmbeddedCluster cluster = EmbeddedCluster.start(EmbeddedClusterOptions.with(node))) {
            Deployment deployment = web("registry.example/web:1");
            KubernetesClient client = cluster.client();
            client.resource(deployment).create();
            await().until(() -> client.resource(deployment).isReady());
            String pod = client.pods().list().getItems().get(0).getMetadata().getName();
            node.crash(pod, 3);
            node.oomKill(pod);
            node.unready(pod);
            node.ready(pod);
            node.lose();
            node.restore();
            await().until(() -> Pods.ready(client.pods().withName(pod).get()));
        }
    }

    @Test
    void podsBecomeProcesses(@TempDir Path directory) throws IOException {
        Path file = Files.writeString(
                directory.resolve("images.yaml"), blocks("yaml").get(0));
        Deployment deployment = web("registry.example/mail:2");
        ProcessNode node = new ProcessNode(ProcessNodeOptions.of("this-machine", ImageFile.read(file)));
        try (EmbeddedCluster cluster = EmbeddedCluster.start(EmbeddedClusterOptions.with(node))) {
            cluster.client().resource(deployment).create();
            await().until(() -> cluster.client().resource(deployment).isReady());
            String pod = cluster.client()
                    .pods()
                    .list()
                    .getItems()
                    .get(0)
                    .getMetadata()
                    .getName();
            await().untilAsserted(() ->
                    assertThat(cluster.client().pods().withName(pod).getLog()).isEqualTo("hello from " + pod + "\n"));
        }
    }

    @Test
    void requestsSufferFaults() {
        try (EmbeddedCluster cluster = EmbeddedCluster.start(EmbeddedClusterOptions.simulated())) {
            Deployment deployment = web("registry.example/web:1");
            KubernetesClient client = cluster.client();
            client.resource(deployment).create();
            Faults faults = cluster.apiServer().faults();
            faults.next(2, FaultMatch.of("create", "configmaps").named("settings"), Fault.unavailable());
            faults.always(FaultMatch.of("list", "*"), Fault.delay(Duration.ofMillis(50)));
            faults.dropWatches("pods");
            faults.expireWatches("deployments.apps");
            faults.slowWatches("replicasets.apps", Duration.ofMillis(20));
            faults.clear();
            await().until(() -> client.resource(deployment).isReady());
        }
    }

    @Test
    void autoscalersActOnScriptedMetrics() {
        try (EmbeddedCluster cluster = EmbeddedCluster.start(EmbeddedClusterOptions.simulated())) {
            Deployment deployment = web("registry.example/web:1");
            KubernetesClient client = cluster.client();
            client.resource(deployment).create();
            client.resource(new HorizontalPodAutoscalerBuilder()
                            .withNewMetadata()
                            .withName("web")
                            .endMetadata()
                            .withNewSpec()
                            .withNewScaleTargetRef("apps/v1", "Deployment", "web")
                            .withMinReplicas(2)
                            .withMaxReplicas(9)
                            .endSpec()
                            .build())
                    .create();
            cluster.metrics().share("default", "web", "cpu", 210);
            await().until(() -> client.resource(deployment).get().getSpec().getReplicas() == 3);
            cluster.metrics().use("default", "web", "cpu", 90);
            cluster.metrics().forget("default", "web");
        }
    }

    private static List<String> blocks(String language) throws IOException {
        return Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL)
                .matcher(Files.readString(README))
                .results()
                .map(MatchResult::group)
                .map(block -> block.substring(block.indexOf('\n') + 1, block.length() - "```".length()))
                .toList();
    }

    private static List<String> lines(String text) {
        return text.lines().map(String::strip).toList();
    }

    private static Deployment web(String image) {
        return new DeploymentBuilder()
                .withNewMetadata()
                .withName("web")
                .withNamespace("default")
                .endMetadata()
                .withNewSpec()
                .withReplicas(1)
                .withNewSelector()
                .addToMatchLabels("app", "web")
                .endSelector()
                .withNewTemplate()
                .withNewMetadata()
                .addToLabels("app", "web")
                .endMetadata()
                .withNewSpec()
                .addNewContainer()
                .withName("web")
                .withImage(image)
                .withNewResources()
                .addToRequests("cpu", Quantity.parse("100m"))
                .endResources()
                .endContainer()
                .endSpec()
                .endTemplate()
                .endSpec()
                .build();
    }
}
