package com.nineminds.temporal.worker.runtime.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkerConfigTest {

    private static final Map<String, String> LEAST =
            Map.of("TEMPORAL_ADDRESS", "temporal:7233", "TEMPORAL_TASK_QUEUE", "tenant-workflows");

    @TempDir
    private Path directory;

    @Test
    void only_address_and_task_queue_have_no_default() {
        WorkerConfig config = WorkerConfig.from(LEAST);

        assertThat(config.address()).isEqualTo("temporal:7233");
        assertThat(config.namespace()).isEqualTo("default");
        assertThat(config.taskQueues()).containsExactly("tenant-workflows");
        assertThat(config.health()).isEqualTo(new InetSocketAddress(8080));
        assertThat(config.health().getAddress().isAnyLocalAddress()).isTrue();
        assertThat(config.drainTimeout()).isEqualTo(Duration.ofSeconds(45));
        assertThat(config.logLevel()).isEqualTo(LogLevel.INFO);
        assertThat(config.secretsDirectory()).isEmpty();
        assertThat(config.identity()).isNotBlank();
    }

    @Test
    void every_variable_is_read() {
        WorkerConfig config = WorkerConfig.from(with(Map.of(
                "TEMPORAL_NAMESPACE", "tenants",
                "TEMPORAL_TASK_QUEUES", "one, two",
                "POD_NAME", "worker-4f2a-x7k",
                "POD_IP", "127.0.0.1",
                "HEALTH_CHECK_PORT", "9090",
                "DRAIN_TIMEOUT", "1m30s",
                "LOG_LEVEL", "warn",
                "SECRETS_DIR", directory.toString())));

        assertThat(config.namespace()).isEqualTo("tenants");
        assertThat(config.taskQueues()).containsExactly("one", "two");
        assertThat(config.identity()).startsWith("worker-4f2a-x7k@");
        assertThat(config.health()).isEqualTo(new InetSocketAddress("127.0.0.1", 9090));
        assertThat(config.drainTimeout()).isEqualTo(Duration.ofSeconds(90));
        assertThat(config.logLevel()).isEqualTo(LogLevel.WARN);
        assertThat(config.secretsDirectory()).isEqualTo(Optional.of(directory));
    }

    @Test
    void all_problems_are_told_at_once_and_name_their_variables() {
        var environment = Map.of(
                "CONFIG_DIR", "/does/not/exist",
                "TEMPORAL_TASK_QUEUES", "one,,two",
                "POD_IP", "example.org",
                "HEALTH_CHECK_PORT", "65536",
                "DRAIN_TIMEOUT", "soon",
                "LOG_LEVEL", "loud",
                "SECRETS_DIR", "/does/not/exist");

        var refused = catchThrowableOfType(InvalidConfigException.class, () -> WorkerConfig.from(environment));

        assertThat(refused.problems())
                .extracting(ConfigProblem::variable)
                .containsExactlyInAnyOrder(
                        "CONFIG_DIR",
                        "TEMPORAL_ADDRESS",
                        "TEMPORAL_TASK_QUEUES",
                        "POD_IP",
                        "HEALTH_CHECK_PORT",
                        "DRAIN_TIMEOUT",
                        "LOG_LEVEL",
                        "SECRETS_DIR");
        assertThat(refused.problems())
                .allSatisfy(problem ->
                        assertThat(refused).hasMessageContaining(problem.variable() + " " + problem.remedy()));
    }

    @Test
    void without_any_task_queue_the_list_is_asked_for() {
        assertThatThrownBy(() -> WorkerConfig.from(Map.of("TEMPORAL_ADDRESS", "temporal:7233")))
                .hasMessageContaining("TEMPORAL_TASK_QUEUES is not set");
    }

    @ParameterizedTest
    @CsvSource({"temporal", "temporal:0", "temporal:65536", "http://temporal:7233", "temporal:7233/path", ":7233"})
    void an_address_that_is_not_host_and_port_is_refused(String address) {
        assertThatThrownBy(() -> WorkerConfig.from(with(Map.of("TEMPORAL_ADDRESS", address))))
                .hasMessageContaining("TEMPORAL_ADDRESS is '" + address + "'");
    }

    @ParameterizedTest
    @CsvSource({"temporal-frontend.temporal.svc.cluster.local:7233", "127.0.0.1:7233", "[::1]:7233"})
    void names_and_addresses_of_both_families_are_taken(String address) {
        assertThat(WorkerConfig.from(with(Map.of("TEMPORAL_ADDRESS", address))).address())
                .isEqualTo(address);
    }

    @ParameterizedTest
    @CsvSource({"500ms,500", "45s,45000", "1m30s,90000", "2h,7200000", "0s,0"})
    void durations_are_read_as_kubernetes_writes_them(String text, long millis) {
        assertThat(WorkerConfig.from(with(Map.of("DRAIN_TIMEOUT", text))).drainTimeout())
                .hasMillis(millis);
    }

    @ParameterizedTest
    @CsvSource({"45", "-1s", "1 s", "s", "1d"})
    void other_durations_are_refused(String text) {
        assertThatThrownBy(() -> WorkerConfig.from(with(Map.of("DRAIN_TIMEOUT", text))))
                .hasMessageContaining("DRAIN_TIMEOUT is '" + text + "'");
    }

    @Test
    void a_mounted_config_map_fills_what_the_environment_leaves_open() throws IOException {
        Path data = Files.createDirectory(directory.resolve("..2030_01_01"));
        Files.writeString(data.resolve("LOG_LEVEL"), "debug\n");
        Files.createSymbolicLink(directory.resolve("..data"), data.getFileName());
        Files.createSymbolicLink(directory.resolve("LOG_LEVEL"), Path.of("..data", "LOG_LEVEL"));
        Files.writeString(directory.resolve("TEMPORAL_NAMESPACE"), "from-file");
        Files.writeString(directory.resolve("APPLICATION_URL"), "https://example.org");

        WorkerConfig config = WorkerConfig.from(with(Map.of(
                "CONFIG_DIR", directory.toString(), "TEMPORAL_NAMESPACE", "from-environment", "DRAIN_TIMEOUT", " ")));

        assertThat(config.logLevel()).isEqualTo(LogLevel.DEBUG);
        assertThat(config.namespace()).isEqualTo("from-environment");
        assertThat(config.drainTimeout()).isEqualTo(Duration.ofSeconds(45));
        assertThat(config.settings().get("APPLICATION_URL")).contains("https://example.org");
        assertThat(List.of("..data", "..2030_01_01"))
                .allSatisfy(name -> assertThat(config.settings().get(name)).isEmpty());
    }

    @Test
    void slots_pollers_and_rates_are_the_sdks_unless_they_are_set() {
        assertThat(WorkerConfig.from(LEAST).tuning()).isEqualTo(new WorkerTuning(200, 200, 200, 5, 5, 600, 0, 0));
        assertThat(WorkerConfig.from(with(Map.of(
                                "MAX_CONCURRENT_ACTIVITIES", "10",
                                "MAX_CONCURRENT_WORKFLOWS", "20",
                                "MAX_CONCURRENT_LOCAL_ACTIVITIES", "30",
                                "ACTIVITY_POLLERS", "1",
                                "WORKFLOW_POLLERS", "2",
                                "WORKFLOW_CACHE_SIZE", "0",
                                "MAX_ACTIVITIES_PER_SECOND", "7",
                                "MAX_TASK_QUEUE_ACTIVITIES_PER_SECOND", "8")))
                        .tuning())
                .isEqualTo(new WorkerTuning(10, 20, 30, 1, 2, 0, 7, 8));
        assertThatThrownBy(() ->
                        WorkerConfig.from(with(Map.of("WORKFLOW_POLLERS", "1", "MAX_CONCURRENT_ACTIVITIES", "0"))))
                .hasMessageContaining("WORKFLOW_POLLERS is '1': give a whole number from 2 to 1000")
                .hasMessageContaining("MAX_CONCURRENT_ACTIVITIES is '0'");
    }

    @Test
    void versioning_is_off_until_it_is_switched_on_and_then_needs_a_name_and_a_build() {
        var version = Map.of("TEMPORAL_DEPLOYMENT_NAME", "mail", "TEMPORAL_WORKER_BUILD_ID", "4f2a");
        assertThat(WorkerConfig.from(with(version)).versioning()).isEmpty();

        var on = new HashMap<>(version);
        on.put("TEMPORAL_WORKER_VERSIONING", "true");
        on.put("TEMPORAL_VERSIONING_BEHAVIOR", "auto-upgrade");
        assertThat(WorkerConfig.from(with(on)).versioning())
                .contains(new WorkerVersioning("mail", "4f2a", WorkerVersioning.Behavior.AUTO_UPGRADE));
        assertThatThrownBy(() -> WorkerConfig.from(with(Map.of("TEMPORAL_WORKER_VERSIONING", "true"))))
                .hasMessageContaining("TEMPORAL_DEPLOYMENT_NAME is not set")
                .hasMessageContaining("TEMPORAL_WORKER_BUILD_ID is not set");
    }

    @Test
    void the_health_server_cannot_be_switched_off() {
        assertThatThrownBy(() -> WorkerConfig.from(with(Map.of("ENABLE_HEALTH_CHECK", "false"))))
                .hasMessageContaining("ENABLE_HEALTH_CHECK is false");
        assertThatThrownBy(() -> WorkerConfig.from(with(Map.of("ENABLE_HEALTH_CHECK", "yes"))))
                .hasMessageContaining("write true or false");
    }

    private static Map<String, String> with(Map<String, String> more) {
        var environment = new HashMap<>(LEAST);
        environment.putAll(more);
        return environment;
    }
}
