package com.nineminds.temporal.cluster.view;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nineminds.temporal.cluster.json.Json;
import com.nineminds.temporal.cluster.kind.ResourceType;
import java.util.Map;

/**
 * Translates between the version in which a client speaks of an object and the one in which it is stored. Versions of
 * custom resources differ in their name only; events are the one kind that is stored under another shape.
 */
public final class Version {
    private static final String EVENTS_GROUP = "events.k8s.io";
    private static final Map<String, String> CORE_TO_EVENTS = Map.of(
            "message", "note",
            "involvedObject", "regarding",
            "reportingComponent", "reportingController",
            "source", "deprecatedSource",
            "firstTimestamp", "deprecatedFirstTimestamp",
            "lastTimestamp", "deprecatedLastTimestamp",
            "count", "deprecatedCount");

    private final ResourceType shown;
    private final boolean event;

    public Version(ResourceType shown) {
        this.shown = shown;
        this.event = shown.group().equals(EVENTS_GROUP);
    }

    /** A stored object as clients of this version see it. The stored tree is not changed. */
    public ObjectNode shown(ObjectNode stored) {
        if (Json.text(stored, "apiVersion").equals(shown.apiVersion())) {
            return stored;
        }
        ObjectNode copy = event ? renamed(stored, true) : Json.object().<ObjectNode>setAll(stored);
        return copy.put("apiVersion", shown.apiVersion());
    }

    /** An object from a client in the shape in which it is stored. */
    public ObjectNode stored(ObjectNode sent) {
        return event ? renamed(sent, false).put("apiVersion", "v1") : sent;
    }

    private static ObjectNode renamed(ObjectNode object, boolean toEvents) {
        ObjectNode copy = Json.object();
        copy.setAll(object);
        CORE_TO_EVENTS.forEach((core, events) -> {
            JsonNode value = copy.remove(toEvents ? core : events);
            if (value != null) {
                copy.set(toEvents ? events : core, value);
            }
        });
        return copy;
    }
}
