package com.nineminds.temporal.operator.loop;

import static org.assertj.core.api.Assertions.assertThat;

import com.nineminds.temporal.cluster.EmbeddedCluster;
import com.nineminds.temporal.cluster.EmbeddedClusterOptions;
import com.nineminds.temporal.operator.OperatorConfig;
import com.nineminds.temporal.operator.OperatorProcess;
import com.nineminds.temporal.operator.loop.wire.Wire;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** The operator as a process: how it starts, what it says when it cannot, and how it ends. */
@LoopLevel
class ProcessLoopTest {
    private static final Duration SECONDS = Duration.ofSeconds(20);

    @Test
    void after_sigterm_it_ends_with_0_within_seconds_and_leaves_no_process() {
        try (OperatorChild operator =
                OperatorChild.start(Clusters.shared().kubeconfig(), Map.of("WATCH_NAMESPACES", "default"))) {
            awaitStarted(operator);

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
    void an_api_server_that_cannot_be_reached_ends_it_with_69() throws IOException {
        try (OperatorChild operator = OperatorChild.start(kubeconfig(freePort()), Map.of())) {
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

    private static void awaitStarted(OperatorChild operator) {
        Awaitility.await()
                .atMost(Duration.ofMinutes(1))
                .pollInterval(Duration.ofMillis(50))
                .until(() -> operator.lines().stream().anyMatch(line -> line.contains("operator started")));
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
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
