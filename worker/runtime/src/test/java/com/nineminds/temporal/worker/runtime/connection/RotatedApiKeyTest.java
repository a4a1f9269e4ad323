package com.nineminds.temporal.worker.runtime.connection;

import static org.assertj.core.api.Assertions.assertThat;

import com.nineminds.temporal.worker.runtime.config.WorkerConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RotatedApiKeyTest {

    @TempDir
    private Path secrets;

    @Test
    void what_cannot_be_sent_leaves_the_key_before_in_force() throws IOException {
        write("placeholder-1\n");
        var key = new RotatedApiKey(WorkerConfig.from(Map.of(
                        "TEMPORAL_ADDRESS", "temporal:7233",
                        "TEMPORAL_TASK_QUEUE", "mail",
                        "SECRETS_DIR", secrets.toString()))
                .access()
                .apiKey()
                .orElseThrow());

        write("placeholder-2\nplaceholder-3");
        assertThat(key.reveal()).isEqualTo("placeholder-1");
        write("pl\u00e4ceholder");
        assertThat(key.reveal()).isEqualTo("placeholder-1");
        write("placeholder-4");
        assertThat(key.reveal()).isEqualTo("placeholder-4");
    }

    private void write(String key) throws IOException {
        Files.writeString(secrets.resolve("TEMPORAL_API_KEY"), key);
    }
}
