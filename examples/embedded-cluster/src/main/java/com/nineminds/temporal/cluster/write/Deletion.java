package com.nineminds.temporal.cluster.write;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nineminds.temporal.cluster.json.Json;
import com.nineminds.temporal.cluster.json.ObjectMeta;
import java.util.LinkedHashSet;
import java.util.Set;

/** What holds back a deletion: finalizers, those of the propagation policy included, and the grace period of pods. */
final class Deletion {
    private static final String FOREGROUND = "foregroundDeletion";
    private static final String ORPHAN = "orphan";
    private static final long DEFAULT_GRACE_SECONDS = 30;

    private Deletion() {}

    static ArrayNode finalizers(ObjectNode object, String propagation) {
        Set<String> names = new LinkedHashSet<>(ObjectMeta.finalizers(object));
        if (!propagation.isEmpty()) {
            names.remove(FOREGROUND);
            names.remove(ORPHAN);
        }
        if (propagation.equals("Foreground")) {
            names.add(FOREGROUND);
        }
        if (propagation.equals("Orphan")) {
            names.add(ORPHAN);
        }
        return Json.arrayOf(names);
    }

    /** Seconds; 0 for everything but pods that are bound to a node and still run. */
    static long gracePeriod(Target target, ObjectNode object, DeleteOptions options) {
        if (!target.type().is("", "Pod")
                || Json.text(object, "spec", "nodeName").isEmpty()
                || finished(object)) {
            return 0;
        }
        long own = Json.at(object, "spec", "terminationGracePeriodSeconds").asLong(DEFAULT_GRACE_SECONDS);
        return options.gracePeriodSeconds().orElse(own);
    }

    private static boolean finished(ObjectNode pod) {
        String phase = Json.text(pod, "status", "phase");
        return phase.equals("Succeeded") || phase.equals("Failed");
    }
}
