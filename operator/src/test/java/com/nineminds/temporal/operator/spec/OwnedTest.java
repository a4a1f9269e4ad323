package com.nineminds.temporal.operator.spec;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.nineminds.temporal.api.definition.AdmissionCase;
import com.nineminds.temporal.api.v1alpha1.Patterns;
import com.nineminds.temporal.api.v1alpha1.TemporalWorker;
import com.nineminds.temporal.operator.resources.RevisionRenderer;
import com.nineminds.temporal.operator.resources.WorkerRef;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the rules reserve is what the operator really renders: otherwise a user could override it without being told. */
class OwnedTest {
    private final TemporalWorker worker = complete();
    private final JsonNode pod = RevisionRenderer.render(
                    new WorkerRef("default", "worker", "uid"), EffectiveSpec.of("worker", worker.getSpec()))
            .podTemplate();

    @Test
    void every_variable_that_the_operator_sets_is_reserved() {
        assertThat(texts("/spec/containers/0/env", "name"))
                .contains("TEMPORAL_ADDRESS", "POD_NAME")
                .allMatch(name -> Regex.finds(Patterns.RESERVED_VARIABLE, name));
    }

    @Test
    void every_volume_of_the_operator_is_reserved() {
        assertThat(texts("/spec/volumes", "name"))
                .contains("config")
                .allMatch(name -> Regex.finds(Patterns.RESERVED_VOLUME, name));
    }

    @Test
    void every_mount_of_the_operator_but_tmp_is_reserved() {
        assertThat(texts("/spec/containers/0/volumeMounts", "mountPath"))
                .filteredOn(path -> !path.equals("/tmp"))
                .isNotEmpty()
                .allMatch(path -> Regex.finds(Patterns.RESERVED_MOUNT, path));
    }

    @Test
    void every_annotation_for_the_injector_is_reserved_but_the_resources_of_its_agent() {
        assertThat(pod.at("/metadata/annotations").properties())
                .extracting(Map.Entry::getKey)
                .filteredOn(name -> name.startsWith("vault.hashicorp.com/")
                        && !name.matches(".*/agent-(requests|limits)-(cpu|mem)"))
                .isNotEmpty()
                .allMatch(name -> Regex.finds(Patterns.INJECTOR_ANNOTATION, name));
    }

    private List<String> texts(String list, String field) {
        List<String> texts = new ArrayList<>();
        pod.at(list).forEach(element -> texts.add(element.path(field).asText()));
        return texts;
    }

    private static TemporalWorker complete() {
        var yaml = AdmissionCase.all().stream()
                .filter(testCase -> testCase.file().equals("valid-complete.yaml"))
                .findFirst()
                .orElseThrow()
                .yaml();
        return new KubernetesSerialization().unmarshal(yaml, TemporalWorker.class);
    }
}
