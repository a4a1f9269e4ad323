package com.nineminds.temporal.operator.revision;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What is recorded of a revision and never changes. The pod template is stored as it was rendered: another version of the operator
 * would render another one, and must not roll pods under an unchanged hash.
 *
 * @param inputs what {@link RevisionInputs} made
 * @param podTemplate a {@code PodTemplateSpec}
 * @param rendererVersion version of the code that rendered it
 */
public record RevisionData(JsonNode inputs, JsonNode podTemplate, int rendererVersion) {
    /** Both in canonical form, so that what was rendered equals what comes back from storage. */
    public RevisionData {
        inputs = CanonicalJson.normalize(inputs);
        podTemplate = CanonicalJson.normalize(podTemplate);
    }

    public String hash() {
        return RevisionHash.of(inputs);
    }

    public String image() {
        return inputs.path("image").asText();
    }

    /** Content of the revision's ConfigMap, so that an old revision gets its own back. */
    public SortedMap<String, String> config() {
        SortedMap<String, String> config = new TreeMap<>();
        inputs.path(RevisionInputs.CONFIG)
                .properties()
                .forEach(entry -> config.put(entry.getKey(), entry.getValue().asText()));
        return Collections.unmodifiableSortedMap(config);
    }

    /** {@code {inputs, podTemplate, rendererVersion}}, the {@code data} of a ControllerRevision. */
    public JsonNode toJson() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.set("inputs", inputs.deepCopy());
        json.set("podTemplate", podTemplate.deepCopy());
        return json.put("rendererVersion", rendererVersion);
    }

    /** @throws IllegalArgumentException naming the field that is missing */
    public static RevisionData fromJson(JsonNode json) {
        return new RevisionData(
                object(json, "inputs"),
                object(json, "podTemplate"),
                json.path("rendererVersion").asInt(0));
    }

    private static JsonNode object(JsonNode json, String field) {
        JsonNode value = json.path(field);
        if (!value.isObject()) {
            throw new IllegalArgumentException(
                    "data." + field
                            + " of the ControllerRevision is missing: delete that ControllerRevision, so that it is recorded anew");
        }
        return value;
    }
}
