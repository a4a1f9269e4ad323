package com.nineminds.temporal.cluster.apply;

import com.fasterxml.jackson.databind.JsonNode;
import com.nineminds.temporal.cluster.schema.ListKind;
import com.nineminds.temporal.cluster.schema.Schema;

/** Whether a value is owned as a whole or part by part. */
enum Relation {
    /** As a whole: scalars, null, atomic lists and objects. */
    LEAF,
    /** By field. */
    OBJECT,
    /** By item. */
    LIST;

    static Relation of(JsonNode value, Schema schema) {
        if (value.isObject() && !schema.atomicObject()) {
            return OBJECT;
        }
        if (value.isArray() && schema.listKind() != ListKind.ATOMIC) {
            return LIST;
        }
        return LEAF;
    }
}
