package com.nineminds.temporal.operator.resources;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The Pod Security Standards, level restricted, as far as a template can break them. */
class PodSecurityTest {
    private static final Set<String> VOLUMES = Set.of(
            "configMap", "csi", "downwardAPI", "emptyDir", "ephemeral", "persistentVolumeClaim", "projected", "secret");

    @TestFactory
    Stream<DynamicTest> every_pod_passes_restricted_and_writes_to_no_root_file_system() {
        return Story.all().stream()
                .map(story -> dynamicTest(story.folder().getFileName().toString(), () -> {
                    JsonNode template = story.revision().podTemplate();
                    assertThat(violations(template)).isEmpty();
                    assertThat(template.at("/spec/containers/0/securityContext/readOnlyRootFilesystem")
                                    .asBoolean())
                            .isTrue();
                }));
    }

    @Test
    void the_check_itself_sees_what_is_wrong() {
        JsonNode template = Story.named("minimal").revision().podTemplate();
        ObjectNode spec = (ObjectNode) template.get("spec");
        spec.put("hostNetwork", true);
        ((ObjectNode) spec.get("securityContext")).remove(List.of("runAsNonRoot", "seccompProfile"));
        ((ObjectNode) spec.at("/containers/0")).remove("securityContext");
        spec.withArray("volumes")
                .addObject()
                .put("name", "host")
                .putObject("hostPath")
                .put("path", "/");

        assertThat(violations(template))
                .containsExactly(
                        "hostNetwork",
                        "volume host",
                        "worker: runAsNonRoot",
                        "worker: seccompProfile",
                        "worker: allowPrivilegeEscalation",
                        "worker: capabilities");
    }

    private static List<String> violations(JsonNode template) {
        JsonNode spec = template.get("spec");
        List<String> violations = new ArrayList<>();
        Stream.of("hostNetwork", "hostPID", "hostIPC")
                .filter(name -> spec.path(name).asBoolean())
                .forEach(violations::add);
        for (JsonNode volume : spec.path("volumes")) {
            boolean allowed = volume.properties().stream()
                    .allMatch(field -> field.getKey().equals("name") || VOLUMES.contains(field.getKey()));
            if (!allowed) {
                violations.add("volume " + volume.get("name").asText());
            }
        }
        spec.path("initContainers").forEach(container -> violations.addAll(ofContainer(spec, container)));
        spec.path("containers").forEach(container -> violations.addAll(ofContainer(spec, container)));
        return violations;
    }

    private static List<String> ofContainer(JsonNode spec, JsonNode container) {
        JsonNode own = container.path("securityContext");
        JsonNode pod = spec.path("securityContext");
        List<String> broken = new ArrayList<>();
        if (!own.path("runAsNonRoot").asBoolean(pod.path("runAsNonRoot").asBoolean())) {
            broken.add("runAsNonRoot");
        }
        String profile = pod.at("/seccompProfile/type").asText();
        if (!own.at("/seccompProfile/type").asText(profile).equals("RuntimeDefault")
                && !profile.equals("RuntimeDefault")) {
            broken.add("seccompProfile");
        }
        if (own.path("allowPrivilegeEscalation").asBoolean(true)) {
            broken.add("allowPrivilegeEscalation");
        }
        if (!own.at("/capabilities/drop").toString().contains("\"ALL\"")
                || own.at("/capabilities").has("add")) {
            broken.add("capabilities");
        }
        return broken.stream()
                .map(what -> container.get("name").asText() + ": " + what)
                .toList();
    }
}
