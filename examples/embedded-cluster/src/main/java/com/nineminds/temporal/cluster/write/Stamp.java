package com.nineminds.temporal.cluster.write;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nineminds.temporal.cluster.json.Json;
import com.nineminds.temporal.cluster.json.ObjectMeta;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** The metadata that the server itself writes: uid, creation and deletion time, generation, generated names. */
final class Stamp {
    private static final String SUFFIX_LETTERS = "bcdfghjklmnpqrstvwxz2456789";
    private static final int SUFFIX_LENGTH = 5;
    private static final Set<String> OUTSIDE_GENERATION = Set.of("metadata", "status", "apiVersion", "kind");
    private static final Random RANDOM = new SecureRandom();

    private Stamp() {}

    static void created(Target target, ObjectNode object, Instant now) {
        ObjectNode metadata = ObjectMeta.metadata(object);
        String prefix = metadata.path("generateName").asText("");
        if (ObjectMeta.name(object).isEmpty() && !prefix.isEmpty()) {
            metadata.put("name", prefix + suffix());
        }
        if (target.type().namespaced()) {
            metadata.put("namespace", target.namespace());
        }
        metadata.put("uid", UUID.randomUUID().toString());
        metadata.put("creationTimestamp", now.truncatedTo(ChronoUnit.SECONDS).toString());
        metadata.remove("deletionTimestamp");
        metadata.remove("deletionGracePeriodSeconds");
        metadata.remove("resourceVersion");
        metadata.remove("generation");
        if (object.has("spec")) {
            metadata.put("generation", 1);
        }
    }

    /** Raises the generation when anything but metadata and status differs. */
    static void updated(ObjectNode current, ObjectNode next) {
        long generation = Json.at(current, "metadata", "generation").asLong();
        if (generation > 0 && !desired(current).equals(desired(next))) {
            ObjectMeta.metadata(next).put("generation", generation + 1);
        }
    }

    static void deleted(ObjectNode object, Instant now, long graceSeconds) {
        ObjectNode metadata = ObjectMeta.metadata(object);
        if (ObjectMeta.deleting(object)) {
            return;
        }
        metadata.put("deletionTimestamp", now.plusSeconds(graceSeconds).toString());
        metadata.put("deletionGracePeriodSeconds", graceSeconds);
        long generation = metadata.path("generation").asLong();
        if (generation > 0) {
            metadata.put("generation", generation + 1);
        }
    }

    private static ObjectNode desired(ObjectNode object) {
        ObjectNode desired = Json.object();
        desired.setAll(object);
        desired.remove(OUTSIDE_GENERATION);
        return desired;
    }

    private static String suffix() {
        return RANDOM.ints(SUFFIX_LENGTH, 0, SUFFIX_LETTERS.length())
                .mapToObj(index -> SUFFIX_LETTERS.substring(index, index + 1))
                .collect(Collectors.joining());
    }
}
