package com.nineminds.temporal.operator.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nineminds.temporal.api.definition.AdmissionCase;
import com.nineminds.temporal.api.v1alpha1.Rules;
import com.nineminds.temporal.api.v1alpha1.TemporalWorker;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SpecValidationTest {
    private static final KubernetesSerialization SERIALIZATION = new KubernetesSerialization();

    static Stream<AdmissionCase> good() {
        return AdmissionCase.all().stream()
                .filter(testCase -> testCase.refusal().isEmpty());
    }

    static Stream<AdmissionCase> bad() {
        return AdmissionCase.all().stream()
                .filter(testCase -> testCase.refusal()
                        .filter(AdmissionCase.Refusal::byOperator)
                        .isPresent());
    }

    @ParameterizedTest
    @MethodSource("good")
    void a_worker_that_admission_takes_breaks_no_rule(AdmissionCase testCase) {
        assertThat(violations(testCase.yaml())).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("bad")
    void a_worker_that_admission_refuses_breaks_the_same_rule_in_the_same_words(AdmissionCase testCase) {
        var expected = testCase.refusal().orElseThrow();

        assertThat(violations(testCase.yaml())).singleElement().satisfies(violation -> {
            assertThat(violation.field()).isEqualTo(expected.field());
            assertThat(violation.message()).contains(expected.message());
        });
    }

    @Test
    void a_worker_without_a_spec_is_invalid() {
        assertThat(SpecValidation.validate("worker", null)).containsExactly(new Violation("spec", "Required value"));
    }

    @ParameterizedTest
    @MethodSource("bad")
    void a_violation_never_shows_a_value_of_the_spec(AdmissionCase testCase) {
        assertThat(violations(testCase.yaml()))
                .extracting(Violation::toString)
                .noneMatch(text -> text.contains("placeholder"));
    }

    @Test
    void a_word_of_a_newer_definition_is_read_as_absent_and_never_stops_the_operator() {
        var worker = SERIALIZATION.unmarshal("""
                apiVersion: temporal.nineminds.com/v1alpha1
                kind: TemporalWorker
                metadata: {name: worker}
                spec:
                  image: worker:latest
                  temporal: {address: "temporal.example.com:7233", taskQueues: [orders], colour: green}
                  profile: staging
                  rollout: {strategy: Canary, gates: [{name: stars, type: Astrology}]}
                status: {phase: Dreaming}
                """, TemporalWorker.class);

        assertThat(SpecValidation.validate("worker", worker.getSpec()))
                .containsExactly(
                        new Violation("spec.image", Rules.IMAGE_PINNED),
                        new Violation("spec.rollout.gates[0].type", "Required value"));
        assertThat(worker.getStatus().phase()).isNull();
    }

    /** Takes away every part of every good case in turn: once wholly, once with a null in its place. */
    @Test
    void a_spec_that_lacks_anything_is_judged_without_an_exception() {
        for (var testCase : good().toList()) {
            var tree = SERIALIZATION.unmarshal(testCase.yaml(), JsonNode.class);
            eachMutilation(
                    (ObjectNode) tree.get("spec"),
                    () -> assertThatCode(() -> judge(tree))
                            .as("%s as %s", testCase, tree)
                            .doesNotThrowAnyException());
        }
    }

    private static void judge(JsonNode tree) {
        var worker = SERIALIZATION.convertValue(tree, TemporalWorker.class);
        SpecValidation.validate("worker", worker.getSpec());
    }

    private static void eachMutilation(JsonNode node, Runnable judge) {
        if (node instanceof ObjectNode object) {
            for (var name : object.properties().stream()
                    .map(property -> property.getKey())
                    .toList()) {
                var value = object.get(name);
                eachMutilation(value, judge);
                object.remove(name);
                judge.run();
                object.set(name, NullNode.getInstance());
                judge.run();
                object.set(name, value);
            }
        }
        if (node instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                var value = array.get(i);
                eachMutilation(value, judge);
                array.set(i, NullNode.getInstance());
                judge.run();
                array.set(i, value);
            }
        }
    }

    private static List<Violation> violations(String yaml) {
        var worker = SERIALIZATION.unmarshal(yaml, TemporalWorker.class);
        return SpecValidation.validate(worker.getMetadata().getName(), worker.getSpec());
    }
}
