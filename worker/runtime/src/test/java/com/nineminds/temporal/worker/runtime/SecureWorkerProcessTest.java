package com.nineminds.temporal.worker.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import com.nineminds.temporal.embedded.EmbeddedTemporal;
import com.nineminds.temporal.embedded.EmbeddedTemporalOptions;
import com.nineminds.temporal.embedded.SecureFrontend;
import com.nineminds.temporal.worker.runtime.sample.GreetingRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecureWorkerProcessTest {

    private static final Authority AUTHORITY = Authority.named("authority");
    private static final String API_KEY = "key-that-nobody-may-see";

    @TempDir
    private Path directory;

    @Test
    void the_api_key_is_in_no_line_however_much_is_logged() throws Exception {
        var more = Map.of("TEMPORAL_API_KEY", API_KEY, "LOG_LEVEL", "trace");
        try (var temporal = EmbeddedTemporal.start(EmbeddedTemporalOptions.defaults());
                var client = new SampleClient(temporal.address());
                var frontend = SecureFrontend.start(
                        temporal.address(), AUTHORITY.frontend("localhost").withApiKey(API_KEY::equals));
                var worker = WorkerProcess.start(directory, environment(frontend, more))) {
            var workflow = client.start("greetings", new GreetingRequest("Ada", 1, 0, 0));
            assertThat(workflow.getResult(60, TimeUnit.SECONDS, String.class)).isEqualTo("Hello Ada (1)");
            worker.terminate();

            assertThat(worker.exitCode()).isEqualTo(ExitCode.STOPPED.number());
            // gRPC writes the headers of every call at this level, so the key would be there.
            assertThat(worker.output()).contains("authorization: Bearer ***").doesNotContain(API_KEY);
        }
    }

    @Test
    void a_check_with_the_wrong_certificate_ends_with_69_and_says_where_to_look() throws Exception {
        Authority.mount(Authority.named("stranger").client("worker"), directory);
        try (var temporal = EmbeddedTemporal.start(EmbeddedTemporalOptions.defaults());
                var frontend = SecureFrontend.start(
                        temporal.address(), AUTHORITY.frontend("localhost").withClientAuthorities(AUTHORITY.pem()));
                var check = WorkerProcess.start(
                        directory, environment(frontend, Authority.mounted(directory)), "--check")) {

            assertThat(check.exitCode()).isEqualTo(ExitCode.UNAVAILABLE.number());
            assertThat(check.output()).contains("\"ok\" : false", "check that TEMPORAL_TLS_CLIENT_CERT_PATH");
        }
    }

    @Test
    void files_that_cannot_be_used_end_it_with_78_and_are_all_named() throws Exception {
        Path key = Files.writeString(directory.resolve("tls.key"), "-----BEGIN PRIVATE KEY-----");
        try (var worker = WorkerProcess.start(
                directory,
                Map.of(
                        "TEMPORAL_ADDRESS", "127.0.0.1:1",
                        "TEMPORAL_TASK_QUEUE", "greetings",
                        "TEMPORAL_TLS_SERVER_CA_CERT_PATH", "/does/not/exist/ca.crt",
                        "TEMPORAL_TLS_CLIENT_CERT_PATH", "/does/not/exist/tls.crt",
                        "TEMPORAL_TLS_CLIENT_KEY_PATH", key.toString()))) {

            assertThat(worker.exitCode()).isEqualTo(ExitCode.CONFIGURATION.number());
            // JSON may write a slash with a backslash before it.
            assertThat(worker.output().replace("\\/", "/").lines())
                    .singleElement()
                    .asString()
                    .contains("TEMPORAL_TLS_SERVER_CA_CERT_PATH is /does/not/exist/ca.crt")
                    .contains("TEMPORAL_TLS_CLIENT_CERT_PATH is /does/not/exist/tls.crt")
                    .contains("TEMPORAL_TLS_CLIENT_KEY_PATH holds no private key");
        }
    }

    private static Map<String, String> environment(SecureFrontend frontend, Map<String, String> more) {
        var environment = new HashMap<>(AUTHORITY.trusted());
        environment.putAll(Map.of(
                "TEMPORAL_ADDRESS", frontend.address(),
                "TEMPORAL_TASK_QUEUES", "greetings",
                "POD_IP", "127.0.0.1",
                "HEALTH_CHECK_PORT", "0"));
        environment.putAll(more);
        return environment;
    }
}
