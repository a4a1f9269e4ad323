package com.nineminds.temporal.cluster.builtin;

import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.nineminds.temporal.cluster.json.Json;

/** Fills fields that an object does not have. */
final class Absent {
    private Absent() {}

    static void put(ObjectNode object, String field, String value) {
        object.putIfAbsent(field, TextNode.valueOf(value));
    }

    static void put(ObjectNode object, String field, int value) {
        object.putIfAbsent(field, IntNode.valueOf(value));
    }

    /** Puts an empty object and returns what is there afterwards. */
    static ObjectNode putObject(ObjectNode object, String field) {
        return Json.child(object, field);
    }
}
