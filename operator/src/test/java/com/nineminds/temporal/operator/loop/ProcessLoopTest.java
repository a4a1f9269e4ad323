package com.nineminds.temporal.operator.loop;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.nineminds.temporal.api.v1alpha1.Phase;
import com.nineminds.temporal.cluster.EmbeddedCluster;
import com.nineminds.temporal.cluster.EmbeddedClusterOptions;
import com.nineminds.temporal.operator.OperatorProcess;
import com.nineminds.temporal.operator.config.OperatorConfig;
import com.nineminds.temporal.operator.loop.wire.Wire;
import java.io.IOException;
import java.net.ServerSocket;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** The operator as a process: how it starts, what it says when it cannot, and how it ends. */
@LoopLevel
class ProcessLoopTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration SECONDS = Duration.ofSeconds(20);

    @Test
    void after_sigterm_it_ends_with_0_within_seconds_and_leaves_no_process() {
        try (OperatorChild operator =
                OperatorChild.start(Clusters.shared().kubeconfig(), Map.of("WATCH_NAMESPACES", "default"))) {
            operator.await("/readyz", 200, "leads");

            long begin = System.nanoTime();
            List<ProcessHandle> children = operator.handle().descendants().toList();
            operator.terminate();

            assertThat(operator.awaitExit())
                    .as(() -> operator.lines().toString())
                    .isZero();
            assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(SECONDS);
            assertThat(operator.errors()).isEmpty();
            assertThat(children).noneMatch(ProcessHandle::isAlive);
        }
    }

    /** One line for each move, which says of what it speaks in keys of its own. */
    @Test
    void the_log_tells_every_move_of_a_rollout_as_json() {
        try (Story story = Story.idle();
                OperatorChild operator = OperatorChild.start(
                        Clusters.shared().kubeconfig(), Map.of("WATCH_NAMESPACES", story.namespace))) {
            story.apply(
                    WorkerYaml.image("one").with("rollout.gates", "[{name: pollers, type: Pollers, dryRun: true}]"));
            String revision = story.awaitCurrent(Phase.Healthy).stable().hash();

            story.awaitThat(() -> assertThat(moves(operator))
                    .last()
                    .satisfies(move -> assertThat(move)
                            .containsEntry("namespace", story.namespace)
                            .containsEntry("name", Story.NAME)
                            .containsEntry("revision", revision)
                            .containsEntry("rollout", revision + "-1")
                            .containsEntry("to", "PROMOTED")));
            assertThat(moves(operator))
                    .extracting(move -> move.get("from") + " to " + move.get("to"))
                    .startsWith("NONE to PROGRESSING")
                    .doesNotHaveDuplicates();
        }
    }

    private static List<Map<String, String>> moves(OperatorChild operator) {
        return operator.lines().stream()
                .map(ProcessLoopTest::json)
                .filter(line -> line.path("formattedMessage").asText().equals("rollout moved"))
                .map(line -> {
                    Map<String, String> keys = new HashMap<>();
                    line.path("kvpList")
                            .forEach(pair -> pair.fields()
                                    .forEachRemaining(entry -> keys.put(
                                            entry.getKey(), entry.getValue().asText())));
                    return keys;
                })
                .toList();
    }

    private static JsonNode json(String line) {
        try {
            return JSON.readTree(line);
        } catch (JsonProcessingException e) {
            throw new AssertionError("not JSON: " + line, e);
        }
    }

    @Test
    void an_operator_that_is_closed_leaves_no_thread() {
        ThreadGroup group = new ThreadGroup("operator");
        Thread life = new Thread(group, ProcessLoopTest::liveAndEnd);
        life.start();

        Awaitility.await()
                .atMost(Duration.ofMinutes(1))
                .untilAsserted(() -> assertThat(threads(group)).isEmpty());
    }

    private static void liveAndEnd() {
        OperatorConfig config = OperatorConfig.defaults().watching(Set.of("default"));
        try (Wire wire = Clusters.shared().wire()) {
            OperatorProcess.start(config, wire.config(), (address, namespace, queue) -> List.of(), Clock.systemUTC())
                    .close();
        }
    }

    /**
     * Java's own HTTP client cannot be closed before Java 21: its thread ends when the collector has found the client, and beside other
     * tests that takes minutes. Since Java 21 this thread must be gone too.
     */
    private static boolean isLeftToTheCollector(String thread) {
        return Runtime.version().feature() < 21 && thread.matches("HttpClient-\\d+-SelectorManager");
    }

    private static List<String> threads(ThreadGroup group) {
        Thread[] threads = new Thread[group.activeCount() + 100];
        int count = group.enumerate(threads);
        return Arrays.stream(threads, 0, count)
                .map(Thread::getName)
                .filter(name -> !isLeftToTheCollector(name))
                .toList();
    }

    @Test
    void a_bad_configuration_ends_it_with_78_and_one_line_per_bad_key() {
        Map<String, String> environment = Map.of("RECONCILE_THREADS", "many", "POD_STABILITY", "soon");
        try (OperatorChild operator = OperatorChild.start(Clusters.shared().kubeconfig(), environment)) {
            assertThat(operator.awaitExit()).isEqualTo(78);
            assertThat(operator.errors())
                    .satisfiesExactlyInAnyOrder(
                            line -> assertThat(line).contains("RECONCILE_THREADS: 'many' is not a whole number"),
                            line -> assertThat(line).contains("POD_STABILITY: 'soon' is not a duration"));
        }
    }

    @Test
    void a_port_that_is_taken_ends_it_with_78_and_names_the_key() throws IOException {
        try (ServerSocket taken = new ServerSocket(0);
                OperatorChild operator = OperatorChild.start(
                        Clusters.shared().kubeconfig(),
                        Map.of("MANAGEMENT_PORT", String.valueOf(taken.getLocalPort())))) {
            assertThat(operator.awaitExit()).isEqualTo(78);
            assertThat(operator.errors())
                    .singleElement()
                    .satisfies(line -> assertThat(line).contains("MANAGEMENT_PORT: " + taken.getLocalPort()));
        }
    }

    @Test
    void an_api_server_that_cannot_be_reached_ends_it_with_69() throws IOException {
        try (OperatorChild operator = OperatorChild.start(kubeconfig(OperatorChild.freePort()), Map.of())) {
            assertThat(operator.awaitExit()).isEqualTo(69);
            assertThat(operator.errors()).anySatisfy(line -> assertThat(line).contains("KUBECONFIG"));
        }
    }

    @Test
    void a_cluster_without_the_definition_ends_it_with_69() {
        try (EmbeddedCluster cluster = EmbeddedCluster.start(EmbeddedClusterOptions.simulated());
                OperatorChild operator = OperatorChild.start(cluster.kubeconfig(), Map.of())) {
            assertThat(operator.awaitExit()).isEqualTo(69);
            assertThat(operator.errors()).anySatisfy(line -> assertThat(line).contains("CRD"));
        }
    }

    private static String kubeconfig(int port) {
        return """
                apiVersion: v1
                kind: Config
                clusters: [{name: away, cluster: {server: "http://127.0.0.1:%d"}}]
                users: [{name: anyone, user: {}}]
                contexts: [{name: away, context: {cluster: away, user: anyone}}]
                current-context: away
                """.formatted(port);
    }
}
