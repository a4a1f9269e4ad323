package com.nineminds.temporal.deploy.gitops;

import com.fasterxml.jackson.core.type.TypeReference;
import com.nineminds.temporal.api.v1alpha1.TemporalWorkerStatus;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Custom resources as GitOps tools get to see them: without types. */
final class Workers {
    private Workers() {}

    static Map<String, Object> worker(long generation, TemporalWorkerStatus status) {
        return Map.of(
                "metadata",
                Map.of("name", "mail", "generation", generation),
                "status",
                Serialization.jsonMapper().convertValue(status, new TypeReference<Map<String, Object>>() {}));
    }

    /** Just applied: no operator has looked at it. */
    static Map<String, Object> unseen() {
        return Map.of("metadata", Map.of("name", "mail", "generation", 1L));
    }

    static Map<String, Object> yaml(Path file) {
        try {
            return Serialization.unmarshal(Files.newInputStream(file), new TypeReference<Map<String, Object>>() {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
