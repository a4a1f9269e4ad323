package com.nineminds.temporal.cluster.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nineminds.temporal.cluster.error.ApiException;
import com.nineminds.temporal.cluster.json.Json;
import com.nineminds.temporal.cluster.subresource.Binding;
import com.nineminds.temporal.cluster.subresource.Eviction;
import com.nineminds.temporal.cluster.write.Target;

/** Serves subresources that are only ever created: evictions and bindings. */
final class Actions {
    private final Eviction eviction;
    private final Binding binding;

    Actions(Eviction eviction, Binding binding) {
        this.eviction = eviction;
        this.binding = binding;
    }

    ApiResponse create(Target target, ApiRequest request) {
        switch (target.subresource()) {
            case "eviction" -> eviction.evict(target, request.object());
            case "binding" -> binding.bind(target, request.object());
            default -> throw ApiException.methodNotAllowed();
        }
        ObjectNode status = Json.object().put("kind", "Status").put("apiVersion", "v1");
        status.putObject("metadata");
        return ApiResponse.json(201, status.put("status", "Success").put("code", 201));
    }
}
