package com.nineminds.temporal.cluster.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nineminds.temporal.cluster.error.ApiException;
import com.nineminds.temporal.cluster.json.Json;
import com.nineminds.temporal.cluster.subresource.Scale;
import com.nineminds.temporal.cluster.write.Deleted;
import com.nineminds.temporal.cluster.write.Target;
import com.nineminds.temporal.cluster.write.Written;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Serves every verb of every resource. */
final class Resources {
    /** Deleting one of these answers with the object, deleting any other with a status. */
    private static final Set<String> SHOWN_WHEN_DELETED =
            Set.of("pods", "services", "serviceaccounts", "namespaces", "resourcequotas");

    private final Reads reads;
    private final Writes writes;
    private final Actions actions;

    Resources(Reads reads, Writes writes, Actions actions) {
        this.reads = reads;
        this.writes = writes;
        this.actions = actions;
    }

    ApiResponse serve(Verb verb, Target target, ApiRequest request) {
        if (!target.subresource().isEmpty() && !target.type().has(target.subresource())) {
            throw ApiException.unknownResource();
        }
        if (target.name().isEmpty() && (verb == Verb.UPDATE || verb == Verb.PATCH)) {
            throw ApiException.methodNotAllowed();
        }
        return switch (verb) {
            case GET -> reads.get(target, request);
            case LIST -> reads.list(target, request);
            case WATCH -> reads.watch(target, request);
            case CREATE -> create(target, request);
            case UPDATE -> written(target, request, writes.replace(target, request));
            case PATCH -> written(target, request, writes.patch(target, request));
            case DELETE -> delete(target, request);
            case DELETECOLLECTION -> deleteCollection(target, request);
        };
    }

    private ApiResponse create(Target target, ApiRequest request) {
        if (!target.subresource().isEmpty()) {
            return actions.create(target, request);
        }
        if (!target.name().isEmpty()
                || (target.type().namespaced() && target.namespace().isEmpty())) {
            throw ApiException.methodNotAllowed();
        }
        return written(target, request, writes.create(target, request));
    }

    private ApiResponse written(Target target, ApiRequest request, Written written) {
        ObjectNode body = target.subresource().equals("scale")
                ? new Scale(target.type()).of(written.object())
                : reads.view(target, request).one(written.object());
        Map<String, String> headers = new HashMap<>();
        if (!written.warnings().isEmpty()) {
            headers.put(
                    "Warning",
                    written.warnings().stream()
                            .map(warning -> "299 - \"" + warning.replace("\"", "\\\"") + '"')
                            .collect(Collectors.joining(", ")));
        }
        int code = written.created() ? 201 : 200;
        return new ApiResponse.Whole(code, "application/json", Json.bytes(body), headers);
    }

    private ApiResponse delete(Target target, ApiRequest request) {
        if (!target.subresource().isEmpty()) {
            throw ApiException.methodNotAllowed();
        }
        Deleted deleted = writes.delete(target, request);
        boolean shown =
                !deleted.gone() || SHOWN_WHEN_DELETED.contains(target.type().storage());
        return ApiResponse.json(
                200,
                shown ? reads.view(target, request).one(deleted.object()) : Writes.success(target, deleted.object()));
    }

    private ApiResponse deleteCollection(Target target, ApiRequest request) {
        var page = reads.page(target, request);
        List<ObjectNode> doomed = page.objects();
        writes.deleteAll(target, doomed, request);
        return ApiResponse.json(200, reads.view(target, request).list(page));
    }
}
