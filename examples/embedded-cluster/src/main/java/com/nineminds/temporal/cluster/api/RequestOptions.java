package com.nineminds.temporal.cluster.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nineminds.temporal.cluster.error.ApiException;
import com.nineminds.temporal.cluster.error.Cause;
import com.nineminds.temporal.cluster.json.Json;
import com.nineminds.temporal.cluster.write.DeleteOptions;
import com.nineminds.temporal.cluster.write.WriteOptions;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The options of writes, from query parameters and bodies. */
final class RequestOptions {
    private static final Set<String> PROPAGATION = Set.of("", "Background", "Foreground", "Orphan");

    private static final Map<String, String> OPTIONS = Map.of("POST", "CreateOptions", "PUT", "UpdateOptions");
    private static final int LONGEST_MANAGER = 128;

    private RequestOptions() {}

    static WriteOptions write(ApiRequest request) {
        String manager = request.query("fieldManager");
        if (manager.length() > LONGEST_MANAGER) {
            String kind = OPTIONS.getOrDefault(request.method(), "PatchOptions");
            throw ApiException.invalidOptions(kind, Cause.tooLong("fieldManager", LONGEST_MANAGER));
        }
        String agent = request.header("user-agent").split("/")[0];
        String validation = request.query("fieldValidation");
        return new WriteOptions(
                request.query("dryRun").equals("All"),
                manager.isEmpty() ? agent : manager,
                request.flag("force"),
                validation.isEmpty() ? "Warn" : validation);
    }

    static DeleteOptions delete(ApiRequest request) {
        ObjectNode options = request.body().length == 0 ? Json.object() : request.object();
        for (String text : new String[] {"propagationPolicy", "gracePeriodSeconds"}) {
            if (!request.query(text).isEmpty()) {
                options.put(text, request.query(text));
            }
        }
        if (request.flag("orphanDependents")) {
            options.put("propagationPolicy", "Orphan");
        }
        if (options.path("gracePeriodSeconds").isTextual()) {
            options.put("gracePeriodSeconds", request.number("gracePeriodSeconds", 0));
        }
        if (request.query("dryRun").equals("All")) {
            options.putArray("dryRun").add("All");
        }
        if (!PROPAGATION.contains(Json.text(options, "propagationPolicy"))) {
            throw ApiException.invalidOptions(
                    "DeleteOptions",
                    Cause.notSupported(
                            "propagationPolicy",
                            options.path("propagationPolicy"),
                            List.of("Foreground", "Background", "Orphan", "nil")));
        }
        return DeleteOptions.of(options);
    }
}
