package com.nineminds.temporal.operator.resources;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.nineminds.temporal.api.v1alpha1.TemporalWorkerSpec;
import com.nineminds.temporal.operator.spec.EffectiveSpec;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code examples/temporal-worker.yaml}, the file that users copy. */
class ExampleTest {
    private static final JsonNode FILE = Golden.tree(Story.EXAMPLE);
    private static final Story STORY = Story.named("example");

    @Test
    void no_field_of_it_is_unknown() {
        ObjectMapper mapper = new ObjectMapper();

        JsonNode understood = mapper.valueToTree(mapper.convertValue(FILE.get("spec"), TemporalWorkerSpec.class));

        assertThat(fields("", understood)).containsAll(fields("", FILE.get("spec")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "TEMPORAL_ADDRESS",
                "TEMPORAL_NAMESPACE",
                "TEMPORAL_TASK_QUEUE",
                "ENABLE_HEALTH_CHECK",
                "HEALTH_CHECK_PORT",
                "DB_PASSWORD_SERVER",
                "DB_PASSWORD_ADMIN",
                "RESEND_API_KEY",
            })
    void the_container_has_the_variable(String name) {
        assertThat(STORY.revision().podTemplate().at("/spec/containers/0/env"))
                .anyMatch(variable -> variable.get("name").asText().equals(name));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DB_HOST",
                "DB_PORT",
                "DB_NAME_SERVER",
                "DB_USER_SERVER",
                "DB_USER_ADMIN",
                "NODE_ENV",
                "LOG_LEVEL",
                "APPLICATION_URL",
                "NMSTORE_BASE_URL",
                "SALT_BYTES",
                "ITERATIONS",
                "KEY_LENGTH",
                "ALGORITHM",
                "EMAIL_PROVIDER",
                "RESEND_DEFAULT_FROM_ADDRESS",
            })
    void the_configuration_has_the_variable(String name) {
        assertThat(STORY.revision().config()).containsKey(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"INTERNAL_API_SHARED_SECRET", "ALGA_AUTH_KEY"})
    void vault_writes_the_variable(String name) {
        assertThat(STORY.revision().podTemplate().at("/metadata/annotations"))
                .anyMatch(value -> value.asText().equals(name));
    }

    @Test
    void no_literal_of_it_is_a_secret() {
        assertThat(FILE.at("/spec/env")).allMatch(variable -> variable.has("valueFrom") && !variable.has("value"));
    }

    @Test
    void what_it_spells_out_are_the_defaults_that_fit_production() {
        EffectiveSpec minimal = Story.named("minimal").spec();

        assertThat(STORY.spec().scaling()).isEqualTo(minimal.scaling());
        assertThat(STORY.spec().minAvailable()).isEqualTo(minimal.minAvailable());
        assertThat(STORY.spec().pod().resources()).isEqualTo(minimal.pod().resources());
        assertThat(STORY.spec().pod().shutdown()).isEqualTo(minimal.pod().shutdown());
        assertThat(STORY.spec().pod().healthPort()).isEqualTo(minimal.pod().healthPort());
    }

    private static Set<String> fields(String path, JsonNode value) {
        Set<String> fields = new TreeSet<>();
        value.properties().forEach(field -> {
            String name = path + "/" + field.getKey();
            fields.add(name);
            fields.addAll(fields(name, field.getValue()));
        });
        for (int i = 0; value.isArray() && i < value.size(); i++) {
            fields.addAll(fields(path + "/" + i, value.get(i)));
        }
        return fields;
    }
}
