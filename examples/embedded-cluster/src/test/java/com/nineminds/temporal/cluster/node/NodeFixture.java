package com.nineminds.temporal.cluster.node;

import com.nineminds.temporal.cluster.EmbeddedCluster;
import com.nineminds.temporal.cluster.EmbeddedClusterOptions;
import com.nineminds.temporal.cluster.node.image.Image;
import com.nineminds.temporal.cluster.node.image.ImageCommand;
import com.nineminds.temporal.cluster.node.image.ImageCommands;
import io.fabric8.kubernetes.api.model.ContainerState;
import io.fabric8.kubernetes.api.model.ContainerStatus;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.PodStatus;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.awaitility.Awaitility;

/** A cluster with one process node whose back-off is short. */
final class NodeFixture implements AutoCloseable {
    static final String SHELL = "local/shell:1";

    private final ProcessNode node;
    private final EmbeddedCluster cluster;

    private NodeFixture(ProcessNode node) {
        this.node = node;
        this.cluster = EmbeddedCluster.start(EmbeddedClusterOptions.with(node));
    }

    /** A node that has {@link #SHELL}, {@code sh -c}, and the images given. */
    static NodeFixture with(Map<String, Image> images) {
        Awaitility.setDefaultTimeout(Duration.ofSeconds(30));
        ImageCommands commands = ImageCommands.of(images).with(SHELL, ImageCommand.of("sh", "-c"));
        ProcessNodeOptions options =
                ProcessNodeOptions.of("node-1", commands).withBackOff(Duration.ofMillis(400), Duration.ofSeconds(2));
        return new NodeFixture(new ProcessNode(options));
    }

    ProcessNode node() {
        return node;
    }

    KubernetesClient client() {
        return cluster.client();
    }

    /** A pod {@code p} with one container {@code main} that runs a shell script. */
    static PodBuilder script(String script) {
        return new PodBuilder()
                .withNewMetadata()
                .withName("p")
                .withNamespace("default")
                .endMetadata()
                .withNewSpec()
                .addNewContainer()
                .withName("main")
                .withImage(SHELL)
                .withArgs(script)
                .endContainer()
                .endSpec();
    }

    void create(PodBuilder pod) {
        client().resource(pod.build()).create();
    }

    Optional<Pod> pod() {
        return Optional.ofNullable(
                client().pods().inNamespace("default").withName("p").get());
    }

    PodStatus status() {
        return pod().map(Pod::getStatus).orElseGet(PodStatus::new);
    }

    /** The status of the only container, an empty one before the node has written any. */
    ContainerStatus main() {
        return status().getContainerStatuses().stream().findFirst().orElseGet(NodeFixture::unknown);
    }

    private static ContainerStatus unknown() {
        ContainerStatus unknown = new ContainerStatus();
        unknown.setState(new ContainerState());
        unknown.setLastState(new ContainerState());
        unknown.setRestartCount(0);
        return unknown;
    }

    /** A state in words: {@code running}, or the reason why it waits or ended. */
    static String words(ContainerState state) {
        if (state.getWaiting() != null) {
            return state.getWaiting().getReason();
        }
        if (state.getTerminated() != null) {
            return state.getTerminated().getReason() + " "
                    + state.getTerminated().getExitCode();
        }
        return state.getRunning() != null ? "running" : "";
    }

    String log() {
        String log = client().pods().inNamespace("default").withName("p").getLog();
        return log == null ? "" : log;
    }

    List<String> events() {
        return client().v1().events().inNamespace("default").list().getItems().stream()
                .filter(event -> event.getInvolvedObject().getKind().equals("Pod"))
                .map(event -> event.getReason() + ": " + event.getMessage())
                .toList();
    }

    @Override
    public void close() {
        cluster.close();
    }
}
