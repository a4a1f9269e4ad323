package com.nineminds.temporal.cluster.api;

import com.nineminds.temporal.cluster.error.ApiException;
import java.util.Locale;

/** What a request does with a resource, in the words of Kubernetes. */
enum Verb {
    GET,
    LIST,
    WATCH,
    CREATE,
    UPDATE,
    PATCH,
    DELETE,
    DELETECOLLECTION;

    static Verb of(ApiRequest request, RequestPath path) {
        boolean collection = path.name().isEmpty();
        return switch (request.method()) {
            case "GET", "HEAD" -> request.flag("watch") ? WATCH : collection ? LIST : GET;
            case "POST" -> CREATE;
            case "PUT" -> UPDATE;
            case "PATCH" -> PATCH;
            case "DELETE" -> collection ? DELETECOLLECTION : DELETE;
            default -> throw ApiException.methodNotAllowed();
        };
    }

    String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
