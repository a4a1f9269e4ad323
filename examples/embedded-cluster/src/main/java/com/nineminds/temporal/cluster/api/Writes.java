package com.nineminds.temporal.cluster.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nineminds.temporal.cluster.apply.Ownership;
import com.nineminds.temporal.cluster.error.ApiException;
import com.nineminds.temporal.cluster.json.Json;
import com.nineminds.temporal.cluster.json.ObjectMeta;
import com.nineminds.temporal.cluster.kind.ResourceTypes;
import com.nineminds.temporal.cluster.store.ObjectStore;
import com.nineminds.temporal.cluster.subresource.Finalization;
import com.nineminds.temporal.cluster.subresource.Scale;
import com.nineminds.temporal.cluster.view.Version;
import com.nineminds.temporal.cluster.write.Change;
import com.nineminds.temporal.cluster.write.Deleted;
import com.nineminds.temporal.cluster.write.Deleter;
import com.nineminds.temporal.cluster.write.Proposal;
import com.nineminds.temporal.cluster.write.Target;
import com.nineminds.temporal.cluster.write.WriteOptions;
import com.nineminds.temporal.cluster.write.Writer;
import com.nineminds.temporal.cluster.write.Written;
import java.util.List;

/** Turns requests into writes. */
final class Writes {
    private final ObjectStore store;
    private final ResourceTypes types;
    private final Writer writer;
    private final Deleter deleter;

    Writes(ObjectStore store, ResourceTypes types, Writer writer, Deleter deleter) {
        this.store = store;
        this.types = types;
        this.writer = writer;
        this.deleter = deleter;
    }

    Written create(Target target, ApiRequest request) {
        ObjectNode sent = request.object();
        Identity.check(target.type(), sent);
        ObjectNode object = new Version(target.type()).stored(sent);
        Target named = stored(target).named(ObjectMeta.name(object));
        return writer.create(named, Proposal.of(object), RequestOptions.write(request));
    }

    Written replace(Target target, ApiRequest request) {
        ObjectNode sent = request.object();
        Change change;
        if (target.subresource().equals("scale")) {
            change = current -> new Scale(target.type()).change(current, sent, target);
        } else if (target.subresource().equals("finalize")) {
            change = current -> Finalization.change(current, sent);
        } else {
            Identity.check(target.type(), sent);
            Identity.checkName(target, sent);
            change = current -> Proposal.of(new Version(target.type()).stored(sent));
        }
        return writer.update(stored(target), change, RequestOptions.write(request));
    }

    Written patch(Target target, ApiRequest request) {
        Patch patch = Patch.of(target, request);
        WriteOptions options = RequestOptions.write(request);
        if (patch.applies() && target.subresource().isEmpty() && isAbsent(target)) {
            try {
                return applyNew(target, patch.configuration(), options);
            } catch (ApiException refused) {
                if (isAbsent(target)) {
                    throw refused;
                }
                // Somebody else created it meanwhile: then it is a change of theirs.
            }
        }
        return writer.update(
                stored(target), current -> patch.to(current, writer.owner(target, options), options.force()), options);
    }

    private boolean isAbsent(Target target) {
        return store.get(target.key()).isEmpty();
    }

    private Written applyNew(Target target, ObjectNode configuration, WriteOptions options) {
        String uid = ObjectMeta.uid(configuration);
        if (!uid.isEmpty()) {
            String why = "uid mismatch: the provided object specified uid %s, and no existing object was found";
            throw ApiException.conflict(target.subject(), why.formatted(uid));
        }
        ObjectNode blank = target.type().form().blank();
        ObjectNode applied = Ownership.apply(blank, configuration, writer.owner(target, options), options.force());
        ObjectMeta.metadata(applied).remove("resourceVersion");
        return writer.create(target, Proposal.applied(applied), options);
    }

    Deleted delete(Target target, ApiRequest request) {
        return deleter.delete(stored(target), RequestOptions.delete(request));
    }

    /** Deletes what is left of a selection; what somebody else deletes meanwhile is passed over. */
    void deleteAll(Target collection, List<ObjectNode> objects, ApiRequest request) {
        for (ObjectNode object : objects) {
            Target one = new Target(collection.type(), ObjectMeta.namespace(object), ObjectMeta.name(object), "");
            try {
                deleter.delete(stored(one), RequestOptions.delete(request));
            } catch (ApiException refused) {
                if (refused.code() != 404) {
                    throw refused;
                }
            }
        }
    }

    /** Events of both groups are written as those of the core group. */
    private Target stored(Target target) {
        if (!target.type().group().equals("events.k8s.io")) {
            return target;
        }
        return types.find("", "v1", "events")
                .map(core -> new Target(core, target.namespace(), target.name(), target.subresource()))
                .orElse(target);
    }

    static ObjectNode success(Target target, ObjectNode object) {
        ObjectNode status = Json.object().put("kind", "Status").put("apiVersion", "v1");
        status.putObject("metadata");
        status.put("status", "Success");
        ObjectNode details = status.putObject("details").put("name", target.name());
        if (!target.type().group().isEmpty()) {
            details.put("group", target.type().group());
        }
        details.put("kind", target.type().plural()).put("uid", ObjectMeta.uid(object));
        return status;
    }
}
