package com.nineminds.temporal.cluster.custom;

import com.fasterxml.jackson.databind.JsonNode;
import com.nineminds.temporal.cluster.schema.Schema;

/**
 * A value with the schema that it must fit.
 *
 * @param path of the value, empty for the whole object
 */
record Checked(JsonNode value, Schema schema, String path) {
    /** The path as messages of the schema validation write it. */
    String inBody() {
        return path + " in body";
    }
}
