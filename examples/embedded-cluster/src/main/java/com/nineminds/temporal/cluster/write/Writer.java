package com.nineminds.temporal.cluster.write;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nineminds.temporal.cluster.admission.Admission;
import com.nineminds.temporal.cluster.admission.AdmissionRequest;
import com.nineminds.temporal.cluster.admission.AdmissionRequest.Operation;
import com.nineminds.temporal.cluster.error.ApiException;
import com.nineminds.temporal.cluster.json.Json;
import com.nineminds.temporal.cluster.json.ObjectMeta;
import com.nineminds.temporal.cluster.store.ObjectStore;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The path of every write to the store. */
public final class Writer {
    private final ObjectStore store;
    private final List<Admission> admissions;
    private final Clock clock;

    public Writer(ObjectStore store, List<Admission> admissions, Clock clock) {
        this.store = store;
        this.admissions = List.copyOf(admissions);
        this.clock = clock;
    }

    /** Stores a new object; the tree becomes the store's. */
    public ObjectNode create(Target target, ObjectNode object, WriteOptions options) {
        Stamp.created(target, object, clock.instant());
        ObjectNode admitted = admit(Operation.CREATE, target, object, Optional.empty());
        Target named = target.named(ObjectMeta.name(admitted));
        if (store.get(named.key()).isPresent()) {
            throw ApiException.alreadyExists(named.subject());
        }
        if (options.dryRun()) {
            return admitted;
        }
        return store.replace(named.key(), null, admitted)
                .orElseThrow(() -> ApiException.alreadyExists(named.subject()));
    }

    /** Changes an object, again from the start when somebody else was faster. */
    public ObjectNode update(Target target, Change change, WriteOptions options) {
        while (true) {
            ObjectNode current = store.get(target.key()).orElseThrow(() -> ApiException.notFound(target.subject()));
            Optional<ObjectNode> stored = attempt(target, current, change.propose(current), options);
            if (stored.isPresent()) {
                return stored.get();
            }
        }
    }

    private Optional<ObjectNode> attempt(Target target, ObjectNode current, ObjectNode proposed, WriteOptions options) {
        String version = ObjectMeta.resourceVersion(proposed);
        if (!version.isEmpty() && !version.equals(ObjectMeta.resourceVersion(current))) {
            throw ApiException.modified(target.subject());
        }
        ObjectNode isolated = Isolation.of(target, current, proposed);
        ObjectNode next = admit(Operation.UPDATE, target, isolated, Optional.of(current));
        Stamp.updated(current, next);
        if (next.equals(current)) {
            return Optional.of(current);
        }
        if (options.dryRun()) {
            return Optional.of(next);
        }
        boolean gone = ObjectMeta.deleting(next)
                && ObjectMeta.finalizers(next).isEmpty()
                && Json.at(next, "metadata", "deletionGracePeriodSeconds").asLong() == 0;
        return gone
                ? store.replace(target.key(), current, null).map(removed -> next)
                : store.replace(target.key(), current, next);
    }

    /** Deletes an object, or marks it as being deleted while finalizers remain. Returns its last state. */
    public ObjectNode delete(Target target, DeleteOptions options) {
        while (true) {
            ObjectNode current = store.get(target.key()).orElseThrow(() -> ApiException.notFound(target.subject()));
            checkPreconditions(target, current, options);
            Optional<ObjectNode> done = attemptDelete(target, current, options);
            if (done.isPresent()) {
                return done.get();
            }
        }
    }

    private Optional<ObjectNode> attemptDelete(Target target, ObjectNode current, DeleteOptions options) {
        ObjectNode marked = current.deepCopy();
        ArrayNode finalizers = Deletion.finalizers(current, options.propagation());
        ObjectNode metadata = ObjectMeta.metadata(marked);
        if (finalizers.isEmpty()) {
            metadata.remove("finalizers");
        } else {
            metadata.set("finalizers", finalizers);
        }
        long grace = Deletion.gracePeriod(target, current, options);
        if (options.dryRun()) {
            return Optional.of(marked);
        }
        if (finalizers.isEmpty() && grace == 0) {
            return store.replace(target.key(), current, null);
        }
        Stamp.deleted(marked, clock.instant().truncatedTo(ChronoUnit.SECONDS), grace);
        return marked.equals(current) ? Optional.of(current) : store.replace(target.key(), current, marked);
    }

    private static void checkPreconditions(Target target, ObjectNode current, DeleteOptions options) {
        String uid = ObjectMeta.uid(current);
        if (!options.uid().isEmpty() && !options.uid().equals(uid)) {
            throw ApiException.conflict(
                    target.subject(),
                    "Precondition failed: UID in precondition: %s, UID in object meta: %s"
                            .formatted(options.uid(), uid));
        }
        String version = ObjectMeta.resourceVersion(current);
        if (!options.resourceVersion().isEmpty() && !options.resourceVersion().equals(version)) {
            throw ApiException.conflict(
                    target.subject(),
                    "Precondition failed: ResourceVersion in precondition: %s, ResourceVersion in object meta: %s"
                            .formatted(options.resourceVersion(), version));
        }
    }

    private ObjectNode admit(Operation operation, Target target, ObjectNode object, Optional<ObjectNode> old) {
        ObjectNode admitted = object;
        for (Admission admission : admissions) {
            admitted = admission.admit(
                    new AdmissionRequest(operation, target.type(), target.subresource(), admitted, old));
        }
        return admitted;
    }

    static String newUid() {
        return UUID.randomUUID().toString();
    }
}
