package com.nineminds.temporal.cluster.error;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nineminds.temporal.cluster.json.Json;
import java.util.List;

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
        return general(405, "MethodNotAllowed", "the server does not allow this method on the requested resource");
    }

    /** There is no such resource in a group and version that there is. */
    public static ApiException unknownResource() {
        return general(404, "NotFound", "the server could not find the requested resource");
    }

    /** A patch that cannot be done. */
    public static ApiException impossiblePatch() {
        return general(422, "Invalid", "the server rejected our request due to an error in our request");
    }

    /** A patch whose result makes no sense. */
    public static ApiException invalidPatch(String why) {
        return invalid(Subject.NONE, List.of(Cause.invalid("patch", why)));
    }

    /** Options of a request are wrong, which are an object of their own. */
    public static ApiException invalidOptions(String kind, Cause cause) {
        return invalid(new Subject("meta.k8s.io", "", kind, ""), List.of(cause));
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
        return conflict(subject, subject.plural(), why);
    }

    /** The object to delete is not the one that is meant; such an error speaks of its kind. */
    public static ApiException precondition(Subject subject, String why) {
        return conflict(new Subject(subject.group(), subject.kind(), "", subject.name()), subject.kind(), why);
    }

    private static ApiException conflict(Subject subject, String kind, String why) {
        String message =
                "Operation cannot be fulfilled on %s \"%s\": %s".formatted(subject.resource(), subject.name(), why);
        return new ApiException(409, "Conflict", message, details(subject, kind));
    }

    /** Another manager owns fields that a server-side apply would change. */
    public static ApiException applyConflict(String message, List<Cause> causes) {
        ObjectNode details = Json.object();
        putCauses(details, causes);
        return new ApiException(409, "Conflict", message, details);
    }

    public static ApiException invalid(Subject subject, List<Cause> causes) {
        List<String> texts = causes.stream().map(Cause::text).distinct().toList();
        String all = String.join(", ", texts);
        String message = "%s \"%s\" is invalid: %s"
                .formatted(subject.qualifiedKind(), subject.name(), texts.size() == 1 ? all : "[" + all + "]");
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

    /** 415: nobody reads such a body. */
    public static ApiException unknownMediaType() {
        return general(415, "UnsupportedMediaType", "415: Unsupported Media Type");
    }

    /** 415: the body has a form that the server does not read. */
    public static ApiException unsupportedMediaType(String accepted) {
        return of(
                415,
                "UnsupportedMediaType",
                "the body of the request was in an unknown format - accepted media types include: " + accepted);
    }

    /** An error about nothing in particular has details, and nothing in them. */
    private static ApiException general(int code, String reason, String message) {
        ApiException general = of(code, reason, message);
        general.status.putObject("details");
        return general;
    }

    private static ObjectNode details(Subject subject, String kind) {
        ObjectNode details = Json.object();
        if (!subject.name().isEmpty()) {
            details.put("name", subject.name());
        }
        if (!subject.group().isEmpty()) {
            details.put("group", subject.group());
        }
        if (!kind.isEmpty()) {
            details.put("kind", kind);
        }
        return details;
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
