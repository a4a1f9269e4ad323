package com.nineminds.temporal.cluster.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nineminds.temporal.cluster.apply.Owner;
import com.nineminds.temporal.cluster.apply.Ownership;
import com.nineminds.temporal.cluster.error.ApiException;
import com.nineminds.temporal.cluster.error.Cause;
import com.nineminds.temporal.cluster.json.Json;
import com.nineminds.temporal.cluster.json.ObjectMeta;
import com.nineminds.temporal.cluster.patch.JsonPatches;
import com.nineminds.temporal.cluster.patch.MergePatch;
import com.nineminds.temporal.cluster.patch.StrategicMergePatch;
import com.nineminds.temporal.cluster.subresource.Scale;
import com.nineminds.temporal.cluster.view.Version;
import com.nineminds.temporal.cluster.write.Proposal;
import com.nineminds.temporal.cluster.write.Target;
import java.util.Set;

/** The patch of a request, of whichever kind. */
final class Patch {
    private static final String JSON = "application/json-patch+json";
    private static final String MERGE = "application/merge-patch+json";
    private static final String STRATEGIC = "application/strategic-merge-patch+json";
    private static final String APPLY = "application/apply-patch+yaml";
    private static final Set<String> KNOWN = Set.of(JSON, MERGE, STRATEGIC, APPLY);
    private static final String OPTIONS = "PatchOptions";

    private final Target target;
    private final String mediaType;
    private final JsonNode body;

    private Patch(Target target, String mediaType, JsonNode body) {
        this.target = target;
        this.mediaType = mediaType;
        this.body = body;
    }

    /** @throws ApiException 415 when the kind of patch is not known, or strategic for a custom resource */
    static Patch of(Target target, ApiRequest request) {
        String mediaType = request.contentType();
        if (!KNOWN.contains(mediaType)) {
            throw ApiException.unknownMediaType();
        }
        if (mediaType.equals(STRATEGIC) && target.type().custom()) {
            throw ApiException.unsupportedMediaType(String.join(", ", JSON, MERGE, APPLY));
        }
        Patch patch = new Patch(target, mediaType, request.json());
        patch.checkOptions(request);
        return patch;
    }

    private void checkOptions(ApiRequest request) {
        if (applies() && request.query("fieldManager").isEmpty()) {
            throw ApiException.invalidOptions(OPTIONS, Cause.required("fieldManager", "is required for apply patch"));
        }
        if (!applies() && !request.query("force").isEmpty()) {
            throw ApiException.invalidOptions(
                    OPTIONS, Cause.forbidden("force", "may not be specified for non-apply patch"));
        }
    }

    /** Whether this is a server-side apply. */
    boolean applies() {
        return mediaType.equals(APPLY);
    }

    /** The configuration of a server-side apply, with the name that the path says. */
    ObjectNode configuration() {
        ObjectNode configuration = object().deepCopy();
        String apiVersion = Json.text(configuration, "apiVersion");
        String kind = Json.text(configuration, "kind");
        if (apiVersion.isEmpty() || kind.isEmpty()) {
            throw ApiException.badRequest("invalid object type: /%s, Kind=%s".formatted(apiVersion, kind));
        }
        Identity.check(target.type(), configuration);
        String name = ObjectMeta.name(configuration);
        if (!name.isEmpty() && !name.equals(target.name())) {
            Identity.checkName(target, configuration);
        }
        ObjectMeta.metadata(configuration).put("name", target.name());
        return configuration;
    }

    Proposal to(ObjectNode current, Owner owner, boolean force) {
        if (target.subresource().equals("scale")) {
            return scaled(current, owner, force);
        }
        if (applies()) {
            return Proposal.applied(Ownership.apply(current, configuration(), owner, force));
        }
        Version version = new Version(target.type());
        ObjectNode patched = patched(version.shown(current));
        Identity.check(target.type(), patched);
        Identity.checkName(target, patched);
        return Proposal.patched(version.stored(patched));
    }

    private Proposal scaled(ObjectNode current, Owner owner, boolean force) {
        Scale scale = new Scale(target.type());
        if (applies()) {
            ObjectNode configuration = scale.configuration(object(), target);
            return Proposal.applied(Ownership.apply(current, configuration, owner, force));
        }
        ObjectNode before = scale.of(current);
        ObjectNode after =
                mediaType.equals(JSON) ? JsonPatches.apply(before, body) : MergePatch.apply(before, object());
        return scale.change(current, after, target);
    }

    private ObjectNode patched(ObjectNode current) {
        return switch (mediaType) {
            case JSON -> JsonPatches.apply(current, body);
            case STRATEGIC ->
                StrategicMergePatch.apply(current, object(), target.type().schema());
            default -> MergePatch.apply(current, object());
        };
    }

    private ObjectNode object() {
        if (body instanceof ObjectNode object) {
            return object;
        }
        throw ApiException.badRequest("the patch must be a JSON object");
    }
}
