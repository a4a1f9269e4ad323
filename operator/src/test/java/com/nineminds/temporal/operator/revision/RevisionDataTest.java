package com.nineminds.temporal.operator.revision;

import static com.nineminds.temporal.operator.spec.Specs.effective;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nineminds.temporal.operator.resources.RevisionRenderer;
import com.nineminds.temporal.operator.resources.WorkerRef;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class RevisionDataTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final RevisionData DATA = RevisionRenderer.render(
            new WorkerRef("shop", "orders", "uid"),
            effective("config: {LOG_LEVEL: info, B: '2'}\nhealth: {port: 9090}"));

    @Test
    void a_record_survives_storage_whatever_order_its_keys_come_back_in() throws JsonProcessingException {
        JsonNode stored = MAPPER.readTree(MAPPER.writeValueAsString(reversed(DATA.toJson())));

        RevisionData restored = RevisionData.fromJson(stored);

        assertThat(restored).isEqualTo(DATA);
        assertThat(restored.hash()).isEqualTo(DATA.hash());
        assertThat(restored.rendererVersion()).isEqualTo(RevisionRenderer.RENDERER_VERSION);
    }

    @Test
    void the_configuration_of_an_old_revision_can_be_made_again() {
        assertThat(RevisionData.fromJson(DATA.toJson()).config()).isEqualTo(Map.of("LOG_LEVEL", "info", "B", "2"));
    }

    @Test
    void a_record_cannot_be_changed_through_what_it_hands_out() {
        ((ObjectNode) DATA.toJson().get("inputs")).put("image", "other:1");

        assertThat(DATA.inputs().get("image").asText()).isEqualTo("registry.example.com/shop/orders-worker:1.4.2");
    }

    @Test
    void a_record_without_a_template_is_refused_by_name() {
        ObjectNode broken = (ObjectNode) DATA.toJson();
        broken.remove("podTemplate");

        assertThatThrownBy(() -> RevisionData.fromJson(broken))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("data.podTemplate");
    }

    private static JsonNode reversed(JsonNode value) {
        if (!value.isObject()) {
            return value;
        }
        Map<String, JsonNode> fields = new TreeMap<>(Comparator.reverseOrder());
        value.properties().forEach(field -> fields.put(field.getKey(), reversed(field.getValue())));
        ObjectNode reversed = MAPPER.createObjectNode();
        fields.forEach(reversed::set);
        return reversed;
    }
}
