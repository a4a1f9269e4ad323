package com.nineminds.temporal.operator.reconcile;

import io.fabric8.kubernetes.client.KubernetesClientException;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * The API server's no to an object. Asking again changes nothing until the spec, a policy or a permission does.
 *
 * @param message its words, without a full stop
 * @param ofContent the object itself is at fault: it is invalid, or a policy denies it. Else the operator lacks a permission or a
 *     quota is used up
 */
record ApplyRefusal(String message, boolean ofContent) {
    private static final int INVALID = 422;
    private static final Set<Integer> CODES = Set.of(400, 403, INVALID);

    /** Empty for what may pass if it is tried again: conflicts, too many requests, server errors, a lost connection. */
    static Optional<ApplyRefusal> of(KubernetesClientException e) {
        if (!CODES.contains(e.getCode())) {
            return Optional.empty();
        }
        String message = e.getStatus() == null || e.getStatus().getMessage() == null
                ? Objects.requireNonNullElse(e.getMessage(), "no reason given")
                : e.getStatus().getMessage();
        boolean ofContent = e.getCode() == INVALID
                || message.toLowerCase(Locale.ROOT).contains("denied the request")
                || message.contains("denied request");
        return Optional.of(new ApplyRefusal(message.replaceAll("\\.+$", ""), ofContent));
    }
}
