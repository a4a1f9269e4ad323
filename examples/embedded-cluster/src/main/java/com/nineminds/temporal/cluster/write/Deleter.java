package com.nineminds.temporal.cluster.write;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nineminds.temporal.cluster.error.ApiException;
import com.nineminds.temporal.cluster.json.Json;
import com.nineminds.temporal.cluster.json.ObjectMeta;
import com.nineminds.temporal.cluster.store.ObjectStore;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** The path of every deletion to the store. */
public final class Deleter {
    private final ObjectStore store;
    private final Clock clock;

    public Deleter(ObjectStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /**
     * Deletes an object, or marks it as being deleted while finalizers or a grace period remain.
     *
     * @throws ApiException 404 when there is none, 409 when a precondition does not hold
     */
    public Deleted delete(Target target, DeleteOptions options) {
        while (true) {
            ObjectNode current = store.get(target.key()).orElseThrow(() -> ApiException.notFound(target.subject()));
            checkPreconditions(target, current, options);
            Optional<Deleted> done = attempt(target, current, options);
            if (done.isPresent()) {
                return done.get();
            }
        }
    }

    private Optional<Deleted> attempt(Target target, ObjectNode current, DeleteOptions options) {
        ObjectNode marked = current.deepCopy();
        ArrayNode finalizers = Deletion.finalizers(current, options.propagation());
        ObjectNode metadata = ObjectMeta.metadata(marked);
        if (finalizers.isEmpty()) {
            metadata.remove("finalizers");
        } else {
            metadata.set("finalizers", finalizers);
        }
        long grace = Deletion.gracePeriod(target, current, options);
        boolean held =
                !finalizers.isEmpty() || Json.at(current, "spec", "finalizers").size() > 0;
        boolean gone = !held && grace == 0;
        Stamp.deleted(marked, clock.instant().truncatedTo(ChronoUnit.SECONDS), grace);
        if (options.dryRun()) {
            return Optional.of(new Deleted(marked, gone));
        }
        if (gone) {
            return store.replace(target.key(), current, null)
                    .map(last -> new Deleted(shown(target, last, marked), true));
        }
        target.type().form().deleting(marked);
        Optional<ObjectNode> stored =
                marked.equals(current) ? Optional.of(current) : store.replace(target.key(), current, marked);
        return stored.map(object -> new Deleted(object, false));
    }

    /** A pod, whose deletion may take time, says when it is gone. */
    private static ObjectNode shown(Target target, ObjectNode last, ObjectNode marked) {
        if (!target.type().is("", "Pod")) {
            return last;
        }
        ObjectNode shown = last.deepCopy();
        for (String mark : List.of("deletionTimestamp", "deletionGracePeriodSeconds")) {
            ObjectMeta.metadata(shown).set(mark, Json.at(marked, "metadata", mark));
        }
        return shown;
    }

    private static void checkPreconditions(Target target, ObjectNode current, DeleteOptions options) {
        String uid = ObjectMeta.uid(current);
        if (!options.uid().isEmpty() && !options.uid().equals(uid)) {
            throw ApiException.precondition(
                    target.subject(),
                    "the UID in the precondition (%s) does not match the UID in record (%s). The object might have been deleted and then recreated"
                            .formatted(options.uid(), uid));
        }
        String version = ObjectMeta.resourceVersion(current);
        if (!options.resourceVersion().isEmpty() && !options.resourceVersion().equals(version)) {
            throw ApiException.precondition(
                    target.subject(),
                    "the ResourceVersion in the precondition (%s) does not match the ResourceVersion in record (%s). The object might have been modified"
                            .formatted(options.resourceVersion(), version));
        }
    }
}
