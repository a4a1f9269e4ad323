package com.nineminds.temporal.cluster.write;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nineminds.temporal.cluster.admission.Admission;
import com.nineminds.temporal.cluster.admission.AdmissionRequest.Operation;
import com.nineminds.temporal.cluster.apply.Owner;
import com.nineminds.temporal.cluster.apply.Ownership;
import com.nineminds.temporal.cluster.error.ApiException;
import com.nineminds.temporal.cluster.error.Cause;
import com.nineminds.temporal.cluster.json.Json;
import com.nineminds.temporal.cluster.json.ObjectMeta;
import com.nineminds.temporal.cluster.kind.Form;
import com.nineminds.temporal.cluster.store.ObjectStore;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The path of every creation and change to the store. */
public final class Writer {
    private final ObjectStore store;
    private final AdmissionChain admissions;
    private final NamespaceGuard namespaces;
    private final Clock clock;

    public Writer(ObjectStore store, List<Admission> admissions, Clock clock) {
        this.store = store;
        this.admissions = new AdmissionChain(admissions);
        this.namespaces = new NamespaceGuard(store);
        this.clock = clock;
    }

    /**
     * Stores a new object.
     *
     * @param proposal of the object as the client sent it
     * @throws ApiException 409 when there is one, 422 when it is invalid, 400, 403 or 404 as Kubernetes has it
     */
    public Written create(Target target, Proposal proposal, WriteOptions options) {
        Intake intake = Intake.of(target.type(), proposal, options);
        ObjectNode object = intake.object();
        Creations.checkIdentity(target, object);
        if (!proposal.owned()) {
            Ownership.update(target.type().form().blank(), object, owner(target, options));
        }
        Creations.dropStatus(target.type(), object);
        Stamp.created(target, object, clock.instant());
        Target named = target.named(ObjectMeta.name(object));
        namespaces.check(named);
        Form form = target.type().form();
        form.creating(object);
        ObjectNode admitted = admissions.admit(Operation.CREATE, named, object, Optional.empty());
        form.creating(admitted);
        if (store.get(named.key()).isPresent()) {
            throw ApiException.alreadyExists(named.subject());
        }
        validate(named, admitted, Optional.empty());
        ObjectNode stored = options.dryRun()
                ? admitted
                : store.replace(named.key(), null, admitted)
                        .orElseThrow(() -> ApiException.alreadyExists(named.subject()));
        return new Written(stored, true, intake.warnings());
    }

    /**
     * Changes an object, again from the start when somebody else was faster.
     *
     * @throws ApiException 404 when there is none, 409 when the proposal was made for an older version, 422 when it is
     *     invalid
     */
    public Written update(Target target, Change change, WriteOptions options) {
        while (true) {
            ObjectNode current = store.get(target.key()).orElseThrow(() -> ApiException.notFound(target.subject()));
            Optional<Written> written = attempt(target, current, change.propose(current), options);
            if (written.isPresent()) {
                return written.get();
            }
        }
    }

    private Optional<Written> attempt(Target target, ObjectNode current, Proposal proposal, WriteOptions options) {
        Updates.checkPreconditions(target, current, proposal);
        Intake intake = Intake.of(target.type(), proposal, options);
        ObjectNode isolated = Isolation.of(target, current, intake.object());
        if (!proposal.owned()) {
            Ownership.update(current, isolated, owner(target, options));
        }
        Form form = target.type().form();
        form.updating(isolated, current, target.subresource());
        ObjectNode next = admissions.admit(Operation.UPDATE, target, isolated, Optional.of(current));
        if (!target.subresource().equals("status")) {
            Updates.countGeneration(form, current, next);
        }
        if (Updates.sameButForTimes(current, next)) {
            return Optional.of(new Written(current, false, intake.warnings()));
        }
        validate(target, next, Optional.of(current));
        if (options.dryRun()) {
            return Optional.of(new Written(next, false, intake.warnings()));
        }
        Optional<ObjectNode> stored = isGone(next)
                ? store.replace(target.key(), current, null).map(removed -> next)
                : store.replace(target.key(), current, next);
        return stored.map(object -> new Written(object, false, intake.warnings()));
    }

    /** Who is noted as the owner of what a request writes. */
    public Owner owner(Target target, WriteOptions options) {
        return new Owner(options.fieldManager(), target.type(), target.subresource(), clock.instant());
    }

    private static void validate(Target target, ObjectNode object, Optional<ObjectNode> current) {
        List<Cause> causes = new ArrayList<>(MetadataValidation.validate(target, object, current));
        causes.addAll(target.type().form().validate(object, current, target.subresource()));
        if (!causes.isEmpty()) {
            throw ApiException.invalid(target.subject(), causes);
        }
    }

    private static boolean isGone(ObjectNode object) {
        return ObjectMeta.deleting(object)
                && ObjectMeta.finalizers(object).isEmpty()
                && Json.texts(object, "spec", "finalizers").isEmpty()
                && Json.at(object, "metadata", "deletionGracePeriodSeconds").asLong() == 0;
    }
}
