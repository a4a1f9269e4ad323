package com.nineminds.temporal.cluster.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.nineminds.temporal.cluster.objects.Pods;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.Probe;
import io.fabric8.kubernetes.api.model.ProbeBuilder;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ProbesTest {
    private final HealthProgram program = new HealthProgram();
    private NodeFixture node;

    @BeforeEach
    void start() {
        node = NodeFixture.with(Map.of("local/health:*", program));
    }

    @AfterEach
    void stop() {
        node.close();
    }

    @Test
    void readinessFollowsTheProbe() {
        program.answer("/ready", 503);
        node.create(health(null, get("/ready", 1), null));
        await().untilAsserted(() -> assertThat(node.events())
                .contains("Unhealthy: Readiness probe failed: HTTP probe failed with statuscode: 503"));
        assertThat(ready()).isFalse();
        program.answer("/ready", 200);
        await().until(this::ready);
        program.answer("/ready", 500);
        await().until(() -> !ready());
        assertThat(node.main().getRestartCount()).isZero();
    }

    @Test
    void aFailingLivenessProbeRestartsTheContainer() {
        node.create(health(get("/live", 2), null, null));
        await().until(this::ready);
        program.answer("/live", 500);
        await().untilAsserted(() -> assertThat(node.main().getRestartCount()).isPositive());
        assertThat(node.events()).contains("Killing: Container main failed liveness probe, will be restarted");
    }

    @Test
    void otherProbesWaitForTheStartupProbe() {
        program.answer("/started", 503);
        node.create(health(get("/live", 1), get("/ready", 1), get("/started", 100)));
        await().untilAsserted(() -> assertThat(node.events())
                .contains("Unhealthy: Startup probe failed: HTTP probe failed with statuscode: 503"));
        assertThat(node.main().getStarted()).isFalse();
        assertThat(ready()).isFalse();
        program.answer("/started", 200);
        await().until(this::ready);
        assertThat(node.main().getStarted()).isTrue();
    }

    @Test
    void aPortThatNobodyListensOnFailsTheProbe() {
        Probe probe = new ProbeBuilder()
                .withPeriodSeconds(1)
                .withNewTcpSocket()
                .withPort(new IntOrString(9))
                .endTcpSocket()
                .build();
        node.create(health(null, probe, null));
        await().untilAsserted(
                        () -> assertThat(node.events())
                                .anyMatch(
                                        event -> event.matches(
                                                "Unhealthy: Readiness probe failed: dial tcp 127\\.1\\.\\d+\\.\\d+:9: connect: connection refused")));
    }

    @Test
    void aCommandCanBeTheProbe() {
        Probe probe = new ProbeBuilder()
                .withPeriodSeconds(1)
                .withNewExec()
                .withCommand("sh", "-c", "test -e $HOME/ready || { echo not yet; exit 1; }")
                .endExec()
                .build();
        node.create(NodeFixture.script("read -r line < /dev/null; sleep 1; touch $HOME/ready; exec sleep 60")
                .editSpec()
                .editFirstContainer()
                .withReadinessProbe(probe)
                .endContainer()
                .endSpec());
        await().untilAsserted(() -> assertThat(node.events()).contains("Unhealthy: Readiness probe failed: not yet\n"));
        await().until(this::ready);
    }

    @Test
    void twoPodsMayUseTheSamePort() {
        node.create(health(null, get("/ready", 1), null));
        node.create(health(null, get("/ready", 1), null)
                .editMetadata()
                .withName("q")
                .endMetadata());
        await().untilAsserted(() -> assertThat(
                        node.client().pods().inNamespace("default").list().getItems())
                .hasSize(2)
                .allMatch(Pods::ready));
    }

    private boolean ready() {
        return node.pod().filter(Pods::ready).isPresent();
    }

    private static Probe get(String path, int failures) {
        return new ProbeBuilder()
                .withPeriodSeconds(1)
                .withFailureThreshold(failures)
                .withNewHttpGet()
                .withPath(path)
                .withPort(new IntOrString("http"))
                .endHttpGet()
                .build();
    }

    private static PodBuilder health(
            @org.jspecify.annotations.Nullable Probe liveness,
            @org.jspecify.annotations.Nullable Probe readiness,
            @org.jspecify.annotations.Nullable Probe startup) {
        return NodeFixture.script("")
                .editSpec()
                .editFirstContainer()
                .withImage("local/health:1")
                .withArgs()
                .addNewPort()
                .withName("http")
                .withContainerPort(8080)
                .endPort()
                .addNewEnv()
                .withName("POD_IP")
                .withNewValueFrom()
                .withNewFieldRef()
                .withFieldPath("status.podIP")
                .endFieldRef()
                .endValueFrom()
                .endEnv()
                .withLivenessProbe(liveness)
                .withReadinessProbe(readiness)
                .withStartupProbe(startup)
                .endContainer()
                .endSpec();
    }
}
