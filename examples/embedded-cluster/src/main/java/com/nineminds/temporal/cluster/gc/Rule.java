package com.nineminds.temporal.cluster.gc;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nineminds.temporal.cluster.store.ObjectKey;

/** Something that must hold for an object, and is brought about if it does not. */
interface Rule {
    /** Brings it about, or as much of it as is possible now; called again when something around the object changes. */
    void settle(ObjectKey key, ObjectNode object);
}
