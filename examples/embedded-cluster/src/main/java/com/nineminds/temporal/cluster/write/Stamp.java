package com.nineminds.temporal.cluster.write;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nineminds.temporal.cluster.json.Json;
import com.nineminds.temporal.cluster.json.ObjectMeta;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;

/** The metadata that the server itself writes: uid, times, the first generation, generated names. */
final class Stamp {
    private static final String SUFFIX_LETTERS = "bcdfghjklmnpqrstvwxz2456789";
    private static final int SUFFIX_LENGTH = 5;
    private static final int LONGEST_PREFIX = 58;
    private static final Random RANDOM = new SecureRandom();
    private static final List<String> NOT_OF_THE_CLIENT =
            List.of("deletionTimestamp", "deletionGracePeriodSeconds", "generation", "selfLink");

    private Stamp() {}

    static void created(Target target, ObjectNode object, Instant now) {
        ObjectNode metadata = ObjectMeta.metadata(object);
        String prefix = Json.text(metadata, "generateName");
        if (ObjectMeta.name(object).isEmpty() && !prefix.isEmpty()) {
            metadata.put("name", prefix.substring(0, Math.min(prefix.length(), LONGEST_PREFIX)) + suffix());
        }
        if (target.type().namespaced()) {
            metadata.put("namespace", target.namespace());
        } else {
            metadata.remove("namespace");
        }
        metadata.remove(NOT_OF_THE_CLIENT);
        metadata.put("uid", UUID.randomUUID().toString());
        metadata.put("creationTimestamp", now.truncatedTo(ChronoUnit.SECONDS).toString());
        if (target.type().form().countsGenerations()) {
            metadata.put("generation", 1);
        }
    }

    /** Marks an object as being deleted. Of a second deletion only a shorter grace period counts. */
    static void deleted(ObjectNode object, Instant now, long graceSeconds) {
        ObjectNode metadata = ObjectMeta.metadata(object);
        boolean marked = ObjectMeta.deleting(object);
        if (marked && metadata.path("deletionGracePeriodSeconds").asLong() <= graceSeconds) {
            return;
        }
        metadata.put("deletionTimestamp", now.plusSeconds(graceSeconds).toString());
        metadata.put("deletionGracePeriodSeconds", (int) graceSeconds);
        int generation = metadata.path("generation").asInt();
        if (generation > 0 && !marked) {
            metadata.put("generation", generation + 1);
        }
    }

    private static String suffix() {
        return RANDOM.ints(SUFFIX_LENGTH, 0, SUFFIX_LETTERS.length())
                .mapToObj(index -> SUFFIX_LETTERS.substring(index, index + 1))
                .collect(Collectors.joining());
    }
}
