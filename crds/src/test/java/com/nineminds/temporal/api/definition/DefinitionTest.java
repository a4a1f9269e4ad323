package com.nineminds.temporal.api.definition;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.nineminds.temporal.api.v1alpha1.Rules;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the definition promises and needs no API server to see. */
class DefinitionTest {
    /** What admission prunes before a rule could see it, or what CEL cannot name. */
    private static final Set<String> OPERATOR_ONLY = Set.of(Rules.POD_FIELDS, Rules.POD_REMOVAL);

    private final JsonNode definition = Definition.tree();
    private final Map<String, JsonNode> schemas = new LinkedHashMap<>();

    DefinitionTest() {
        collect("", definition.at("/spec/versions/0/schema/openAPIV3Schema"));
    }

    @Test
    void every_text_list_and_map_is_bounded_so_that_rules_have_a_known_cost() {
        assertThat(pathsWithout("string", "maxLength", schema -> !schema.has("enum")))
                .isEmpty();
        assertThat(pathsWithout("array", "maxItems", schema -> true)).isEmpty();
        assertThat(pathsWithout("object", "maxProperties", schema -> schema.has("additionalProperties")))
                .isEmpty();
    }

    @Test
    void every_list_says_how_server_side_apply_merges_it() {
        assertThat(pathsWithout("array", "x-kubernetes-list-type", schema -> true))
                .isEmpty();
        assertThat(schema("/status/properties/conditions/x-kubernetes-list-map-keys/0")
                        .asText())
                .isEqualTo("type");
        assertThat(schema("/spec/properties/env/x-kubernetes-list-map-keys/0").asText())
                .isEqualTo("name");
    }

    @Test
    void every_field_is_described() {
        assertThat(schemas.entrySet())
                .filteredOn(entry -> !entry.getKey().matches(".*(\\[]|\\{})"))
                .filteredOn(
                        entry -> entry.getValue().path("description").asText().isBlank())
                .isEmpty();
    }

    @Test
    void every_rule_speaks_in_words_that_the_operator_shares() throws IllegalAccessException {
        assertThat(rules().map(rule -> rule.path("message").asText())).isSubsetOf(messages());
    }

    @Test
    void every_message_is_enforced_by_a_rule_and_shown_by_a_case() throws IllegalAccessException {
        var enforced = rules().map(rule -> rule.path("message").asText()).collect(Collectors.toSet());
        var shown = AdmissionCase.all().stream()
                .flatMap(testCase -> testCase.refusal().stream())
                .map(AdmissionCase.Refusal::message)
                .collect(Collectors.toSet());

        assertThat(messages()).allSatisfy(message -> {
            assertThat(enforced.contains(message) || OPERATOR_ONLY.contains(message))
                    .as(message)
                    .isTrue();
            assertThat(shown).contains(message);
        });
    }

    @Test
    void a_case_expects_the_words_of_a_rule_or_of_the_schema() throws IllegalAccessException {
        var messages = messages();
        assertThat(AdmissionCase.all().stream().flatMap(testCase -> testCase.refusal().stream()))
                .extracting(AdmissionCase.Refusal::message)
                .allMatch(message -> messages.contains(message)
                        || message.matches("(Required value|Unsupported value|should be |Too ).*"));
    }

    @Test
    void the_columns_come_in_the_order_in_which_a_rollout_is_read() {
        assertThat(definition.at("/spec/versions/0/additionalPrinterColumns"))
                .extracting(column -> column.get("name").asText() + " "
                        + column.get("priority").asInt())
                .containsExactly(
                        "PHASE 0",
                        "STEP 0",
                        "TARGET 0",
                        "STABLE 0",
                        "READY 0",
                        "REASON 0",
                        "AGE 0",
                        "IMAGE 1",
                        "GATE 1",
                        "BUILD-ID 1");
    }

    @Test
    void the_status_and_the_scale_are_subresources() {
        var subresources = definition.at("/spec/versions/0/subresources");
        assertThat(subresources.has("status")).isTrue();
        assertThat(subresources.at("/scale/specReplicasPath").asText()).isEqualTo(".spec.scaling.replicas");
        assertThat(subresources.at("/scale/statusReplicasPath").asText()).isEqualTo(".status.replicas");
        assertThat(subresources.at("/scale/labelSelectorPath").asText()).isEqualTo(".status.selector");
    }

    private JsonNode schema(String property) {
        return definition.at("/spec/versions/0/schema/openAPIV3Schema/properties" + property);
    }

    private Stream<JsonNode> rules() {
        return schemas.values().stream().flatMap(schema -> {
            List<JsonNode> rules = new ArrayList<>();
            schema.path("x-kubernetes-validations").forEach(rules::add);
            return rules.stream();
        });
    }

    private static Set<String> messages() throws IllegalAccessException {
        Set<String> messages = new HashSet<>();
        for (Field field : Rules.class.getDeclaredFields()) {
            if (Modifier.isPublic(field.getModifiers())) {
                messages.add((String) field.get(null));
            }
        }
        return messages;
    }

    private List<String> pathsWithout(String type, String bound, Predicate<JsonNode> concerned) {
        return schemas.entrySet().stream()
                .filter(entry -> entry.getValue().path("type").asText().equals(type)
                        || (type.equals("string") && entry.getValue().has("x-kubernetes-int-or-string")))
                .filter(entry ->
                        concerned.test(entry.getValue()) && !entry.getValue().has(bound))
                .map(Map.Entry::getKey)
                .toList();
    }

    private void collect(String path, JsonNode schema) {
        schemas.put(path, schema);
        if (schema.has("items")) {
            collect(path + "[]", schema.get("items"));
        }
        if (schema.has("additionalProperties")) {
            collect(path + "{}", schema.get("additionalProperties"));
        }
        schema.path("properties")
                .properties()
                .forEach(property -> collect(
                        path.isEmpty() ? property.getKey() : path + "." + property.getKey(), property.getValue()));
    }
}
