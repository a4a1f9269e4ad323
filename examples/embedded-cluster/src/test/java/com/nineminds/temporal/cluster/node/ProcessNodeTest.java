package com.nineminds.temporal.cluster.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.nineminds.temporal.cluster.node.image.PullFailure;
import com.nineminds.temporal.cluster.objects.Pods;
import io.fabric8.kubernetes.api.model.ContainerStatus;
import io.fabric8.kubernetes.api.model.PodBuilder;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ProcessNodeTest {
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
    void aPodRunsAsAProcessAndItsOutputCanBeRead() {
        node.create(NodeFixture.script("echo hello; exec sleep 60"));
        await().untilAsserted(() -> assertThat(node.main().getReady()).isTrue());
        assertThat(node.status().getPhase()).isEqualTo("Running");
        assertThat(node.status().getPodIP()).startsWith("127.");
        await().untilAsserted(() -> assertThat(node.log()).isEqualTo("hello\n"));
        assertThat(node.events())
                .contains(
                        "Pulled: Container image \"local/shell:1\" already present on machine",
                        "Created: Created container: main",
                        "Started: Started container main");
    }

    @Test
    void aContainerThatKeepsExitingEndsInCrashLoopBackOff() {
        node.create(editMain(NodeFixture.script("echo broken; exit 3"), "FallbackToLogsOnError"));
        ContainerStatus seen = await().until(
                        node::main, main -> NodeFixture.words(main.getState()).equals("CrashLoopBackOff"));
        assertThat(seen.getRestartCount()).isPositive();
        assertThat(seen.getState().getWaiting().getMessage())
                .matches("back-off \\S+ restarting failed container=main pod=p_default\\(.*\\)");
        assertThat(NodeFixture.words(seen.getLastState())).isEqualTo("Error 3");
        assertThat(seen.getLastState().getTerminated().getMessage()).isEqualTo("broken\n");
        assertThat(node.status().getPhase()).isEqualTo("Running");
        assertThat(node.events())
                .anyMatch(event -> event.startsWith("BackOff: Back-off restarting failed container main"));
    }

    @Test
    void anUnknownImageEndsInImagePullBackOff() {
        PodBuilder pod = NodeFixture.script("")
                .editSpec()
                .editFirstContainer()
                .withImage("registry.example.com/none:9")
                .endContainer()
                .endSpec();
        node.create(pod);
        ContainerStatus seen = await().until(
                        node::main, main -> NodeFixture.words(main.getState()).equals("ImagePullBackOff"));
        assertThat(node.status().getPhase()).isEqualTo("Pending");
        assertThat(seen.getState().getWaiting().getMessage())
                .startsWith(
                        "Back-off pulling image \"registry.example.com/none:9\": ErrImagePull: rpc error: code = NotFound")
                .endsWith("registry.example.com/none:9: not found");
        assertThat(node.events()).contains("Failed: Error: ErrImagePull", "Failed: Error: ImagePullBackOff");
    }

    @Test
    void aPullThatFailsForAWhileSucceedsLater() {
        node.node().failPulls("local/*", PullFailure.TOO_MANY_REQUESTS);
        node.create(NodeFixture.script("exec sleep 60"));
        ContainerStatus seen = await().until(
                        node::main,
                        main -> NodeFixture.words(main.getState()).matches("ErrImagePull|ImagePullBackOff"));
        assertThat(seen.getState().getWaiting().getMessage()).contains("429 Too Many Requests");
        node.node().healPulls("local/*");
        await().untilAsserted(() -> assertThat(node.main().getReady()).isTrue());
    }

    @Test
    void anOutOfMemoryKillShowsAsSuch() {
        node.create(NodeFixture.script("exec sleep 60"));
        await().until(() -> Boolean.TRUE.equals(node.main().getReady()));
        node.node().oomKill("p");
        await().untilAsserted(() -> {
            assertThat(node.main().getRestartCount()).isEqualTo(1);
            assertThat(node.main().getReady()).isTrue();
        });
        assertThat(NodeFixture.words(node.main().getLastState())).isEqualTo("OOMKilled 137");
    }

    @Test
    void aLostNodeTakesItsProcessesWithItAndStartsThemAgainWhenItIsBack() {
        node.create(NodeFixture.script("echo up; exec sleep 60"));
        await().until(() -> node.log().equals("up\n"));
        node.node().lose();
        await().untilAsserted(() -> {
            assertThat(node.pod().filter(Pods::ready)).isEmpty();
            assertThat(node.events()).contains("NodeNotReady: Node is not ready");
        });
        assertThat(NodeFixture.words(node.main().getState()))
                .as("nobody tells what became of the process")
                .isEqualTo("running");
        node.node().restore();
        await().until(() -> node.pod().filter(Pods::ready).isPresent());
        assertThat(NodeFixture.words(node.main().getLastState())).isEqualTo("Unknown 255");
        assertThat(node.main().getRestartCount()).isEqualTo(1);
    }

    @Test
    void deletingAPodLetsItsProcessFinish() throws Exception {
        node.create(NodeFixture.script("trap 'echo bye; exit 0' TERM; echo up; while :; do sleep 0.05; done"));
        await().until(() -> node.log().equals("up\n"));
        var log = new java.io.ByteArrayOutputStream();
        try (var follow =
                node.client().pods().inNamespace("default").withName("p").watchLog(log)) {
            await().until(() -> log.toString().equals("up\n"));
            node.client().pods().inNamespace("default").withName("p").delete();
            await().untilAsserted(() -> assertThat(log.toString()).isEqualTo("up\nbye\n"));
        }
        await().untilAsserted(() -> assertThat(node.pod()).isEmpty());
        assertThat(node.events()).contains("Killing: Stopping container main");
    }

    @Test
    void aProcessThatIgnoresTheEndOfItsGracePeriodIsKilled() {
        node.create(NodeFixture.script("trap '' TERM; echo up; while :; do sleep 0.05; done")
                .editSpec()
                .withTerminationGracePeriodSeconds(1L)
                .endSpec());
        await().until(() -> node.log().equals("up\n"));
        node.client().pods().inNamespace("default").withName("p").delete();
        assertThat(node.pod()).isPresent();
        await().untilAsserted(() -> assertThat(node.pod()).isEmpty());
    }

    @Test
    void noProcessOutlivesTheNode() {
        node.create(NodeFixture.script("sleep 4321 & echo $$$$; wait"));
        await().until(() -> !node.log().isEmpty());
        ProcessHandle process =
                ProcessHandle.of(Long.parseLong(node.log().trim())).orElseThrow();
        ProcessHandle child = process.children().findFirst().orElseThrow();
        node.close();
        assertThat(process.isAlive()).isFalse();
        await().untilAsserted(() -> assertThat(child.isAlive()).isFalse());
    }

    @Test
    void initContainersRunOneAfterTheOtherBeforeTheOthers() {
        node.create(NodeFixture.script("echo main; exec sleep 60")
                .editSpec()
                .addNewInitContainer()
                .withName("first")
                .withImage(NodeFixture.SHELL)
                .withArgs("exit 0")
                .endInitContainer()
                .addNewInitContainer()
                .withName("second")
                .withImage(NodeFixture.SHELL)
                .withArgs("exit 1")
                .endInitContainer()
                .endSpec());
        await().untilAsserted(() -> {
            assertThat(node.status().getInitContainerStatuses())
                    .extracting(init -> NodeFixture.words(init.getState()))
                    .containsExactly("Completed 0", "CrashLoopBackOff");
        });
        assertThat(NodeFixture.words(node.main().getState())).isEqualTo("PodInitializing");
        assertThat(node.status().getConditions())
                .anyMatch(condition -> condition.getType().equals("Initialized")
                        && "containers with incomplete status: [second]".equals(condition.getMessage()));
    }

    @Test
    void aPodThatIsNotRestartedSucceedsOrFails() {
        node.create(NodeFixture.script("exit 0")
                .editSpec()
                .withRestartPolicy("Never")
                .endSpec());
        await().untilAsserted(() -> assertThat(node.status().getPhase()).isEqualTo("Succeeded"));
    }

    @Test
    void aCommandThatDoesNotExistIsAStartError() {
        node.create(NodeFixture.script("")
                .editSpec()
                .editFirstContainer()
                .withCommand("/no/such/command")
                .endContainer()
                .endSpec());
        await().untilAsserted(() ->
                assertThat(NodeFixture.words(node.main().getLastState())).isEqualTo("StartError 128"));
    }

    @Test
    void askingForAPodThatIsNotThereSaysSo() {
        assertThatThrownBy(() -> node.node().oomKill("missing"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("no pod \"missing\" on node node-1");
    }

    private static PodBuilder editMain(PodBuilder pod, String messagePolicy) {
        return pod.editSpec()
                .editFirstContainer()
                .withTerminationMessagePolicy(messagePolicy)
                .endContainer()
                .endSpec();
    }
}
