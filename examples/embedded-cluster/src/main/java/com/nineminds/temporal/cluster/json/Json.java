package com.nineminds.temporal.cluster.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Access to JSON trees without null: absent, null and mistyped nodes all read as empty. */
public final class Json {
    public static final ObjectMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private Json() {}

    public static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    public static ArrayNode array() {
        return JsonNodeFactory.instance.arrayNode();
    }

    /** The node at a path of field names; a missing node when any step is absent. */
    public static JsonNode at(JsonNode node, String... path) {
        JsonNode current = node;
        for (String name : path) {
            current = current.path(name);
        }
        return current;
    }

    /** The text at a path, empty when absent or null. */
    public static String text(JsonNode node, String... path) {
        return at(node, path).asText("");
    }

    public static Optional<ObjectNode> objectAt(JsonNode node, String... path) {
        return at(node, path) instanceof ObjectNode object ? Optional.of(object) : Optional.empty();
    }

    public static Optional<ArrayNode> arrayAt(JsonNode node, String... path) {
        return at(node, path) instanceof ArrayNode array ? Optional.of(array) : Optional.empty();
    }

    /** The elements of the array at a path, none when it is absent. */
    public static Stream<JsonNode> items(JsonNode node, String... path) {
        return arrayAt(node, path).stream().flatMap(array -> StreamSupport.stream(array.spliterator(), false));
    }

    /** The objects among the elements of the array at a path. */
    public static List<ObjectNode> objects(JsonNode node, String... path) {
        return items(node, path)
                .filter(ObjectNode.class::isInstance)
                .map(ObjectNode.class::cast)
                .toList();
    }

    public static List<String> texts(JsonNode node, String... path) {
        return items(node, path).map(JsonNode::asText).toList();
    }

    /** The object under a field, created there when absent. */
    public static ObjectNode child(ObjectNode parent, String name) {
        return parent.get(name) instanceof ObjectNode object ? object : parent.putObject(name);
    }

    public static boolean present(JsonNode node) {
        return !node.isMissingNode() && !node.isNull();
    }

    public static byte[] bytes(JsonNode node) {
        try {
            return MAPPER.writeValueAsBytes(node);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    public static ArrayNode arrayOf(Iterable<String> texts) {
        ArrayNode array = array();
        texts.forEach(array::add);
        return array;
    }
}
