package com.nineminds.temporal.cluster.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nineminds.temporal.cluster.error.ApiException;
import com.nineminds.temporal.cluster.json.Json;
import com.nineminds.temporal.cluster.json.ObjectMeta;
import com.nineminds.temporal.cluster.patch.JsonPatches;
import com.nineminds.temporal.cluster.patch.MergePatch;
import com.nineminds.temporal.cluster.store.ObjectStore;
import com.nineminds.temporal.cluster.write.Change;
import com.nineminds.temporal.cluster.write.DeleteOptions;
import com.nineminds.temporal.cluster.write.Target;
import com.nineminds.temporal.cluster.write.WriteOptions;
import com.nineminds.temporal.cluster.write.Writer;

/** Serves every verb of every resource. */
final class Resources {
    private static final String APPLY = "application/apply-patch+yaml";

    private final ObjectStore store;
    private final Writer writer;
    private final PodLogs logs;

    Resources(ObjectStore store, Writer writer, PodLogs logs) {
        this.store = store;
        this.writer = writer;
        this.logs = logs;
    }

    ApiResponse serve(Verb verb, Target target, ApiRequest request) {
        return switch (verb) {
            case GET -> get(target, request);
            case LIST -> ApiResponse.json(200, ListQuery.of(target, request).list(store));
            case WATCH -> ListQuery.of(target, request).watch(store);
            case CREATE -> create(target, request);
            case UPDATE -> ApiResponse.json(200, update(target, request, current -> request.object()));
            case PATCH -> patch(target, request);
            case DELETE -> delete(target, request);
            case DELETECOLLECTION -> deleteCollection(target, request);
        };
    }

    private ApiResponse get(Target target, ApiRequest request) {
        ObjectNode object = store.get(target.key()).orElseThrow(() -> ApiException.notFound(target.subject()));
        if (target.subresource().equals("log")) {
            return PodLogResponse.of(logs, target, request);
        }
        return ApiResponse.json(200, object);
    }

    private ApiResponse create(Target target, ApiRequest request) {
        ObjectNode object = request.object();
        identify(target, object);
        return ApiResponse.json(201, writer.create(target.named(ObjectMeta.name(object)), object, options(request)));
    }

    private ObjectNode update(Target target, ApiRequest request, Change change) {
        return writer.update(target, change, options(request));
    }

    private ApiResponse patch(Target target, ApiRequest request) {
        JsonNode patch = request.json();
        String kind = request.contentType();
        if (kind.equals(APPLY) && store.get(target.key()).isEmpty()) {
            ObjectNode object = request.object();
            identify(target, object);
            ObjectMeta.metadata(object).put("name", target.name());
            return ApiResponse.json(201, writer.create(target, object, options(request)));
        }
        Change change = kind.equals("application/json-patch+json")
                ? current -> JsonPatches.apply(current, patch)
                : current -> MergePatch.apply(current, request.object());
        return ApiResponse.json(200, update(target, request, change));
    }

    private ApiResponse delete(Target target, ApiRequest request) {
        return ApiResponse.json(200, writer.delete(target, deleteOptions(request)));
    }

    private ApiResponse deleteCollection(Target target, ApiRequest request) {
        ObjectNode doomed = ListQuery.of(target, request).list(store);
        for (ObjectNode object : Json.objects(doomed, "items")) {
            Target one = new Target(target.type(), ObjectMeta.namespace(object), ObjectMeta.name(object), "");
            writer.delete(one, deleteOptions(request));
        }
        return ApiResponse.json(200, doomed);
    }

    private static void identify(Target target, ObjectNode object) {
        object.put("apiVersion", target.type().apiVersion())
                .put("kind", target.type().kind());
    }

    private static DeleteOptions deleteOptions(ApiRequest request) {
        ObjectNode options = request.body().length == 0 ? Json.object() : request.object();
        if (!request.query("propagationPolicy").isEmpty()) {
            options.put("propagationPolicy", request.query("propagationPolicy"));
        }
        if (!request.query("gracePeriodSeconds").isEmpty()) {
            options.put("gracePeriodSeconds", Long.parseLong(request.query("gracePeriodSeconds")));
        }
        return DeleteOptions.of(options);
    }

    private static WriteOptions options(ApiRequest request) {
        String manager = request.query("fieldManager");
        return new WriteOptions(
                request.query("dryRun").equals("All"),
                manager.isEmpty() ? request.header("user-agent").split("/")[0] : manager,
                request.flag("force"),
                request.query("fieldValidation"));
    }
}
