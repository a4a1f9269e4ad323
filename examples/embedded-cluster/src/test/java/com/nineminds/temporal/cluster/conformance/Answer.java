package com.nineminds.temporal.cluster.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;

/**
 * What a server answered.
 *
 * @param body an array of its events for a watch, a text when it is no JSON, missing when there is none
 */
record Answer(int code, JsonNode body) {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    static Answer of(int code, String text) {
        if (text.isEmpty()) {
            return new Answer(code, MissingNode.getInstance());
        }
        try (MappingIterator<JsonNode> documents =
                MAPPER.readerFor(JsonNode.class).readValues(text)) {
            ArrayNode all = MAPPER.createArrayNode();
            documents.forEachRemaining(all::add);
            return new Answer(code, all.size() == 1 && !all.get(0).has("object") ? all.get(0) : all);
        } catch (IOException | RuntimeException noJson) {
            return new Answer(code, TextNode.valueOf(text));
        }
    }

    /** The part that a pointer means; {@code *} as a step means every element, so that the part is an array. */
    JsonNode at(String pointer) {
        return at(body, pointer);
    }

    private static JsonNode at(JsonNode node, String pointer) {
        int star = pointer.indexOf("/*");
        if (star < 0) {
            return node.at(pointer);
        }
        ArrayNode parts = MAPPER.createArrayNode();
        node.at(pointer.substring(0, star)).forEach(each -> parts.add(at(each, pointer.substring(star + 2))));
        return parts;
    }

    /** The parts that are listed, by pointer; those that are not there are left out. */
    JsonNode show(String pointers) {
        ObjectNode shown = MAPPER.createObjectNode();
        for (String pointer : pointers.split(" ")) {
            JsonNode part = pointer.equals("-") ? MissingNode.getInstance() : at(pointer);
            if (!part.isMissingNode()) {
                shown.set(pointer, part);
            }
        }
        return shown.isEmpty() ? MissingNode.getInstance() : shown;
    }

    /** Whether this is what a step waits for: a code, {@code /pointer}, or {@code /pointer=value}. */
    boolean is(String awaited) {
        if (!awaited.startsWith("/")) {
            return code == Integer.parseInt(awaited);
        }
        String[] parts = awaited.split("=", 2);
        JsonNode part = at(parts[0]);
        return parts.length == 1 ? !part.isMissingNode() : part.asText().equals(parts[1]);
    }
}
