package com.nineminds.temporal.cluster.error;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nineminds.temporal.cluster.json.Json;
import java.util.List;
import java.util.stream.Collectors;

/** A request that is refused, in the shape in which the Kubernetes API refuses it. */
public final class ApiException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int code;
    private final transient ObjectNode status;

    private ApiException(int code, String reason, String message, ObjectNode details) {
        super(message);
        this.code = code;
        this.status = Json.object().put("kind", "Status").put("apiVersion", "v1");
        status.putObject("metadata");
        status.put("status", "Failure").put("message", message);
        if (!reason.isEmpty()) {
            status.put("reason", reason);
        }
        if (!details.isEmpty()) {
            status.set("details", details);
        }
        status.put("code", code);
    }

    public int code() {
        return code;
    }

    /** The body of the response. */
    public ObjectNode status() {
        return status;
    }

    public static ApiException of(int code, String reason, String message) {
        return new ApiException(code, reason, message, Json.object());
    }

    public static ApiException badRequest(String message) {
        return of(400, "BadRequest", message);
    }

    public static ApiException methodNotAllowed() {
        return of(405, "MethodNotAllowed", "the server does not allow this method on the requested resource");
    }

    public static ApiException unknownPath() {
        return of(404, "NotFound", "the server could not find the requested resource");
    }

    public static ApiException notFound(Subject subject) {
        String message = "%s \"%s\" not found".formatted(subject.resource(), subject.name());
        return new ApiException(404, "NotFound", message, details(subject, subject.plural()));
    }

    public static ApiException alreadyExists(Subject subject) {
        String message = "%s \"%s\" already exists".formatted(subject.resource(), subject.name());
        return new ApiException(409, "AlreadyExists", message, details(subject, subject.plural()));
    }

    public static ApiException modified(Subject subject) {
        return conflict(
                subject, "the object has been modified; please apply your changes to the latest version and try again");
    }

    public static ApiException conflict(Subject subject, String why) {
        String message =
                "Operation cannot be fulfilled on %s \"%s\": %s".formatted(subject.resource(), subject.name(), why);
        return new ApiException(409, "Conflict", message, details(subject, subject.plural()));
    }

    /** Another manager owns fields that a server-side apply would change. */
    public static ApiException applyConflict(String message, List<Cause> causes) {
        ObjectNode details = Json.object();
        putCauses(details, causes);
        return new ApiException(409, "Conflict", message, details);
    }

    public static ApiException invalid(Subject subject, List<Cause> causes) {
        String all = causes.stream().map(Cause::text).distinct().collect(Collectors.joining(", "));
        String message = "%s \"%s\" is invalid: %s"
                .formatted(subject.qualifiedKind(), subject.name(), causes.size() == 1 ? all : "[" + all + "]");
        ObjectNode details = details(subject, subject.kind());
        putCauses(details, causes);
        return new ApiException(422, "Invalid", message, details);
    }

    public static ApiException forbidden(Subject subject, String why) {
        return forbidden(subject, why, List.of());
    }

    public static ApiException forbidden(Subject subject, String why, List<Cause> causes) {
        String message = "%s \"%s\" is forbidden: %s".formatted(subject.resource(), subject.name(), why);
        ObjectNode details = details(subject, subject.plural());
        putCauses(details, causes);
        return new ApiException(403, "Forbidden", message, details);
    }

    /** An admission webhook says no, and not why in the terms of the API. */
    public static ApiException deniedByWebhook(String webhook, String why) {
        return of(400, "", "admission webhook \"%s\" denied the request: %s".formatted(webhook, why));
    }

    public static ApiException expired(String message) {
        return of(410, "Expired", message);
    }

    public static ApiException tooManyRequests(String message, int retryAfterSeconds, List<Cause> causes) {
        ObjectNode details = Json.object();
        putCauses(details, causes);
        if (retryAfterSeconds > 0) {
            details.put("retryAfterSeconds", retryAfterSeconds);
        }
        return new ApiException(429, "TooManyRequests", message, details);
    }

    public static ApiException timeout(String message, List<Cause> causes) {
        ObjectNode details = Json.object();
        putCauses(details, causes);
        return new ApiException(504, "Timeout", message, details.put("retryAfterSeconds", 1));
    }

    /** 415: the body has a form that the server does not read. */
    public static ApiException unsupportedMediaType(String accepted) {
        return of(
                415,
                "UnsupportedMediaType",
                "the body of the request was in an unknown format - accepted media types include: " + accepted);
    }

    private static ObjectNode details(Subject subject, String kind) {
        ObjectNode details = Json.object();
        if (!subject.name().isEmpty()) {
            details.put("name", subject.name());
        }
        if (!subject.group().isEmpty()) {
            details.put("group", subject.group());
        }
        return details.put("kind", kind);
    }

    private static void putCauses(ObjectNode details, List<Cause> causes) {
        if (causes.isEmpty()) {
            return;
        }
        var array = details.putArray("causes");
        for (Cause cause : causes) {
            ObjectNode entry = array.addObject().put("reason", cause.reason()).put("message", cause.message());
            if (!cause.field().isEmpty()) {
                entry.put("field", cause.field());
            }
        }
    }
}
