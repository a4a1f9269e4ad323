package com.nineminds.temporal.cluster.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.nineminds.temporal.cluster.EmbeddedCluster;
import com.nineminds.temporal.cluster.EmbeddedClusterOptions;
import com.nineminds.temporal.cluster.objects.Pods;
import io.fabric8.kubernetes.api.model.ContainerStatus;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SimulatedNodeTest {
    private static final SimulatedNode NODE =
            new SimulatedNode(SimulatedNodeOptions.named("node-1").withChangeAfter(Duration.ofMillis(100)));
    private static EmbeddedCluster cluster;

    @BeforeAll
    static void start() {
        Awaitility.setDefaultTimeout(Duration.ofSeconds(30));
        cluster = EmbeddedCluster.start(EmbeddedClusterOptions.with(NODE));
    }

    @AfterAll
    static void stop() {
        cluster.close();
    }

    @ParameterizedTest
    @CsvSource({
        "crash,  Running, CrashLoopBackOff, Error 1",
        "image,  Pending, ImagePullBackOff, ''",
        "config, Pending, CreateContainerConfigError, ''",
        "oom,    Running, CrashLoopBackOff, OOMKilled 137",
        "unready, Running, running, ''",
    })
    void anAnnotationMakesABadPod(String simulate, String phase, String state, String before) {
        create(simulate, simulate);
        await().untilAsserted(() -> {
            assertThat(Pods.phase(pod(simulate))).isEqualTo(phase);
            assertThat(NodeFixture.words(main(simulate).getState())).isEqualTo(state);
            assertThat(NodeFixture.words(main(simulate).getLastState())).isEqualTo(before);
            assertThat(Pods.ready(pod(simulate))).isFalse();
        });
    }

    @Test
    void aNodeThatCameBackCorrectsAPodThatIsCalledNotReadyOnceMore() {
        create("misreported", "");
        await().until(() -> Pods.ready(pod("misreported")));
        NODE.lose();
        NODE.restore();

        cluster.client().resource(pod("misreported")).editStatus(pod -> {
            pod.getStatus().getConditions().stream()
                    .filter(condition -> condition.getType().equals("Ready"))
                    .forEach(condition -> condition.setStatus("False"));
            return pod;
        });

        await().until(() -> Pods.ready(pod("misreported")));
    }

    @Test
    void anInitContainerThatFailsHoldsUpTheOthers() {
        create("init", "init-crash");
        await().untilAsserted(() -> {
            List<ContainerStatus> init = pod("init").getStatus().getInitContainerStatuses();
            assertThat(init)
                    .extracting(one -> NodeFixture.words(one.getState()))
                    .containsExactly("CrashLoopBackOff");
            assertThat(NodeFixture.words(main("init").getState())).isEqualTo("PodInitializing");
        });
    }

    @Test
    void anOutOfMemoryKillRestartsOnceAndThenLoops() {
        create("memory", "");
        await().until(() -> Pods.ready(pod("memory")));
        NODE.oomKill("memory");
        await().untilAsserted(() -> {
            assertThat(main("memory").getRestartCount()).isEqualTo(1);
            assertThat(NodeFixture.words(main("memory").getLastState())).isEqualTo("OOMKilled 137");
            assertThat(Pods.ready(pod("memory"))).isTrue();
        });
        NODE.oomKill("memory");
        await().untilAsserted(() ->
                assertThat(NodeFixture.words(main("memory").getState())).isEqualTo("CrashLoopBackOff"));
    }

    @Test
    void readinessFollowsTheScript() {
        create("flag", "");
        await().until(() -> Pods.ready(pod("flag")));
        NODE.unready("flag");
        await().until(() -> !Pods.ready(pod("flag")));
        assertThat(NodeFixture.words(main("flag").getState())).isEqualTo("running");
        NODE.ready("flag");
        await().until(() -> Pods.ready(pod("flag")));
    }

    @Test
    void askingForAPodThatIsNotThereSaysSo() {
        assertThatThrownBy(() -> NODE.crash("missing", 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("no pod \"missing\" on node node-1");
    }

    private static void create(String name, String simulate) {
        cluster.client()
                .resource(new PodBuilder()
                        .withNewMetadata()
                        .withName(name)
                        .withNamespace("default")
                        .addToAnnotations("simulate", simulate)
                        .endMetadata()
                        .withNewSpec()
                        .addNewContainer()
                        .withName("main")
                        .withImage("registry.example.com/main:1")
                        .endContainer()
                        .endSpec()
                        .build())
                .create();
        await().untilAsserted(() ->
                assertThat(pod(name).getStatus().getContainerStatuses()).isNotEmpty());
    }

    private static Pod pod(String name) {
        return cluster.client().pods().inNamespace("default").withName(name).get();
    }

    private static ContainerStatus main(String pod) {
        return pod(pod).getStatus().getContainerStatuses().get(0);
    }
}
