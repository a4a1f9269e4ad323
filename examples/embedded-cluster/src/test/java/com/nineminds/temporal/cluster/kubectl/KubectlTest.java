package com.nineminds.temporal.cluster.kubectl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.nineminds.temporal.cluster.EmbeddedCluster;
import com.nineminds.temporal.cluster.EmbeddedClusterOptions;
import com.nineminds.temporal.cluster.node.ProcessNode;
import com.nineminds.temporal.cluster.node.ProcessNodeOptions;
import com.nineminds.temporal.cluster.node.image.ImageCommand;
import com.nineminds.temporal.cluster.node.image.ImageCommands;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/** A real kubectl against the embedded cluster, where there is one. */
@EnabledIf("isThere")
class KubectlTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    private static Path home;

    private static EmbeddedCluster cluster;
    private static Kubectl kubectl;

    static boolean isThere() {
        boolean there = Kubectl.command().isPresent();
        if (!there) {
            System.out.println("KubectlTest skipped: no kubectl on the PATH, and TEST_KUBECTL names none");
        }
        return there;
    }

    @BeforeAll
    static void start() {
        ImageCommands images = ImageCommands.of(Map.of("local/shell:*", ImageCommand.of("sh", "-c")));
        cluster = EmbeddedCluster.start(
                EmbeddedClusterOptions.with(new ProcessNode(ProcessNodeOptions.of("node-1", images))));
        kubectl = Kubectl.of(home, cluster.kubeconfig());
        kubectl.run("apply", "-f", Kubectl.file("widgets.yaml"));
        kubectl.run("wait", "--for=condition=Established", "crd/widgets.example.com");
    }

    @AfterAll
    static void stop() {
        cluster.close();
    }

    @Test
    void whatIsServedCanBeListedAndExplained() {
        assertThat(kubectl.run("api-resources", "--api-group=example.com"))
                .containsPattern("widgets +wd +example.com/v1 +true +Widget");
        assertThat(kubectl.run("explain", "widget.spec.size")).contains("FIELD: size <integer>", "How large it is.");
        assertThat(kubectl.run("explain", "deployment.spec.strategy")).contains("RollingUpdateDeployment");
    }

    @Test
    void aCustomResourceIsAppliedShownAndDeleted() {
        Kubectl here = namespace("apply");
        assertThat(here.run("apply", "-f", Kubectl.file("widget.yaml"))).contains("widget.example.com/one created");
        assertThat(here.run("apply", "-f", Kubectl.file("widget.yaml"))).contains("unchanged");
        assertThat(here.run("get", "wd")).containsPattern("NAME +SIZE\\s+one +3");
        assertThat(here.run("get", "widgets", "-o", "wide")).containsPattern("SIZE +COLOR\\s+one +3 +blue");
        assertThat(here.run("describe", "widget", "one")).contains("Color:  blue");
        assertThat(here.run("get", "all")).contains("widget.example.com/one");
        here.run("delete", "widget", "one");
        assertThat(here.run("get", "wd")).contains("No resources found");
    }

    @Test
    void serverSideApplyNamesConflictsAndForcesThem() {
        Kubectl here = namespace("server-side");
        here.run("apply", "--server-side", "-f", Kubectl.file("widget.yaml"));
        here.run("patch", "widget", "one", "--type=merge", "-p", "{\"spec\":{\"size\":4}}");
        assertThat(here.refused("apply", "--server-side", "--field-manager=other", "-f", Kubectl.file("widget.yaml")))
                .contains("conflict with \"kubectl-patch\"", ".spec.size");
        here.run("apply", "--server-side", "--force-conflicts", "-f", Kubectl.file("widget.yaml"));
        assertThat(here.run("get", "widget", "one", "-o", "jsonpath={.spec.size}"))
                .isEqualTo("3");
    }

    @Test
    void whatIsWrongIsRefusedWithItsField() {
        Kubectl here = namespace("refusals");
        here.run("apply", "-f", Kubectl.file("widget.yaml"));
        assertThat(here.refused("patch", "widget", "one", "--type=merge", "-p", "{\"spec\":{\"size\":0}}"))
                .contains("spec.size: Invalid value: 0: spec.size in body should be greater than or equal to 1");
        assertThat(here.refused("scale", "widget", "one", "--replicas=12"))
                .contains("spec.color: Invalid value: large widgets are red");
        assertThat(here.refused("create", "-f", Kubectl.file("widget.yaml"))).contains("AlreadyExists");
    }

    @Test
    void aConditionIsWaitedForAndChangesAreWatched() throws IOException {
        Kubectl here = namespace("watches");
        here.run("apply", "-f", Kubectl.file("widget.yaml"));
        Path output = home.resolve("watch.txt");
        Process watch = here.start(output, "get", "widgets", "--watch");
        try {
            await().atMost(PATIENCE).until(() -> Kubectl.read(output).contains("one"));
            here.run("scale", "widget", "one", "--replicas=5");
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(Kubectl.read(output)).containsPattern("one +3\\s+one +5"));
        } finally {
            watch.destroy();
        }
        String ready = "{\"status\":{\"conditions\":[{\"type\":\"Ready\",\"status\":\"True\"}]}}";
        here.run("patch", "widget", "one", "--subresource=status", "--type=merge", "-p", ready);
        assertThat(here.run("wait", "--for=condition=Ready", "widget/one", "--timeout=20s"))
                .contains("condition met");
    }

    @Test
    void aRolloutIsFollowedUndoneScaledAndRead() {
        Kubectl here = namespace("rollouts");
        here.run("apply", "-f", Kubectl.file("web.yaml"));
        assertThat(here.run("rollout", "status", "deploy/web", "--timeout=60s")).contains("successfully rolled out");
        assertThat(here.run("logs", "deploy/web")).isEqualTo("hello\n");
        here.run("set", "image", "deploy/web", "main=local/shell:2");
        here.run("rollout", "status", "deploy/web", "--timeout=60s");
        here.run("rollout", "undo", "deploy/web");
        here.run("rollout", "status", "deploy/web", "--timeout=60s");
        assertThat(here.run("get", "deploy", "web", "-o", "wide")).contains("local/shell:1");
        assertThat(here.run("rollout", "history", "deploy/web")).containsPattern("2 .*\\s+3 ");
        here.run("scale", "deploy", "web", "--replicas=2");
        here.run("wait", "--for=jsonpath={.status.readyReplicas}=2", "deploy/web", "--timeout=60s");
        assertThat(here.run("get", "events")).contains("ScalingReplicaSet", "SuccessfulCreate");
        assertThat(here.run("describe", "deploy", "web")).contains("2 desired | 2 updated | 2 total | 2 available");
    }

    @Test
    void nodesAreDrained() {
        Kubectl here = namespace("drains");
        here.run("apply", "-f", Kubectl.file("web.yaml"));
        here.run("rollout", "status", "deploy/web", "--timeout=60s");
        String drained = here.run("drain", "node-1", "--force", "--pod-selector=app=web", "--timeout=60s");
        here.run("uncordon", "node-1");
        assertThat(drained).contains("evicting pod drains/web-", "node/node-1 drained");
        here.run("rollout", "status", "deploy/web", "--timeout=60s");
    }

    @Test
    void objectsThatKubectlMakesItselfComeAsProtobuf() {
        Kubectl here = namespace("protobuf");
        here.run("create", "configmap", "c", "--from-literal=key=value");
        here.run("create", "secret", "generic", "s", "--from-literal=key=value");
        here.run("create", "deployment", "d", "--image=local/shell:1", "--replicas=0", "--port=80");
        here.run("create", "pdb", "p", "--selector=app=d", "--min-available=50%");
        here.run("autoscale", "deploy", "d", "--min=1", "--max=3", "--cpu=50%");
        here.run("expose", "deploy", "d");
        assertThat(here.run("get", "cm", "c", "-o", "jsonpath={.data}")).isEqualTo("{\"key\":\"value\"}");
        assertThat(here.run("get", "secret", "s", "-o", "jsonpath={.data}")).isEqualTo("{\"key\":\"dmFsdWU=\"}");
        assertThat(here.run("get", "deploy", "d", "-o", "jsonpath={.spec.template.spec.containers[0].ports}"))
                .isEqualTo("[{\"containerPort\":80,\"protocol\":\"TCP\"}]");
        assertThat(here.run("get", "pdb,hpa,svc")).contains("50%", "cpu: <unknown>/50%", "80/TCP");
    }

    @Test
    void dependentsAreCascadedToOrOrphaned() {
        Kubectl here = namespace("cascades");
        here.run("create", "deployment", "a", "--image=local/shell:1", "--replicas=0");
        here.run("create", "deployment", "b", "--image=local/shell:1", "--replicas=0");
        await().atMost(PATIENCE)
                .until(() -> here.run("get", "rs", "-o", "name").lines().count() == 2);
        here.run("delete", "deploy", "a", "--cascade=foreground");
        here.run("delete", "deploy", "b", "--cascade=orphan");
        assertThat(here.run("get", "rs", "-o", "name")).containsPattern("^replicaset.apps/b-\\w+\\s$");
        kubectl.run("delete", "namespace", "cascades");
        assertThat(kubectl.run("get", "namespaces")).doesNotContain("cascades");
    }

    private static Kubectl namespace(String name) {
        kubectl.run("create", "namespace", name);
        return kubectl.in(name);
    }
}
