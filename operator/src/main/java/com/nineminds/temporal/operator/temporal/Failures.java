package com.nineminds.temporal.operator.temporal;

import com.nineminds.temporal.operator.temporal.TemporalUnavailableException.Reason;
import io.grpc.Status;
import java.security.GeneralSecurityException;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;

/** Says in the operator's words why a call failed. */
final class Failures {
    private static final int LONGEST_ANSWER = 200;
    /** Netty quotes after it what it got instead. */
    private static final String NO_TLS_RECORD = "not an SSL/TLS record";

    private final TemporalEndpoint endpoint;
    private final String server;
    private final Credentials shown;
    private final String credentials;

    /**
     * @param shown to this server
     * @param credentials the same in words
     */
    Failures(TemporalEndpoint endpoint, Credentials shown, String credentials) {
        this.endpoint = endpoint;
        this.server = "Temporal at " + endpoint.address();
        this.shown = shown;
        this.credentials = credentials;
    }

    TemporalUnavailableException of(Throwable cause) {
        Status status = Status.fromThrowable(cause);
        String answer = answer(status);
        return switch (status.getCode()) {
            case UNAVAILABLE, DEADLINE_EXCEEDED, CANCELLED ->
                handshake(cause)
                        .map(why -> failure(Reason.TLS_FAILED, noTls(why), cause))
                        .orElseGet(() -> failure(Reason.UNREACHABLE, unreachable(answer), cause));
            case NOT_FOUND ->
                failure(
                        Reason.NAMESPACE_NOT_FOUND,
                        server + " has no namespace " + endpoint.namespace() + " (" + answer
                                + "): create it, or correct spec.temporal.namespace",
                        cause);
            case UNAUTHENTICATED ->
                failure(
                        Reason.PERMISSION_DENIED,
                        server + " does not know the operator (" + answer
                                + "): give it an API key or a client certificate that the server takes; " + credentials,
                        cause);
            case PERMISSION_DENIED ->
                failure(
                        Reason.PERMISSION_DENIED,
                        server + " does not let the operator look at namespace " + endpoint.namespace() + " (" + answer
                                + "): grant it read access to the namespace (ListTaskQueuePartitions, DescribeTaskQueue); "
                                + credentials,
                        cause);
            default ->
                failure(
                        Reason.REFUSED,
                        server + " answered " + answer + ": look at the frontend's log for this call",
                        cause);
        };
    }

    /** The operator's own files are at fault; nobody was asked. */
    TemporalUnavailableException of(CredentialsException unusable) {
        return failure(
                Reason.CREDENTIALS_UNUSABLE,
                server + " was not asked, because the operator's credentials for it cannot be used: "
                        + unusable.getMessage() + "; " + credentials,
                unusable);
    }

    private String unreachable(String answer) {
        String reached = server + " cannot be reached (" + answer
                + "): check spec.temporal.address, that the frontend runs, and that network policies let the operator connect to it";
        return endpoint.frontend().tls()
                ? reached + "; over TLS a frontend also hangs up on whom it does not know: " + credentials
                : reached + "; if it wants TLS, set spec.temporal.tls";
    }

    private String noTls(String why) {
        if (why.startsWith(NO_TLS_RECORD)) {
            return server + " does not speak TLS: correct spec.temporal.address, or remove spec.temporal.tls and"
                    + " spec.temporal.apiKeySecretRef";
        }
        return server + " and the operator do not agree on TLS (" + why
                + "): check spec.temporal.tls.serverName, and that each trusts the certificate of the other; "
                + credentials;
    }

    /** Why the handshake failed, in the words of whoever ended it. */
    private static Optional<String> handshake(Throwable failed) {
        return Stream.iterate(failed, cause -> cause != null, Throwable::getCause)
                .filter(cause -> cause instanceof SSLException || cause instanceof GeneralSecurityException)
                .reduce((outer, inner) -> inner)
                .map(cause -> String.valueOf(cause.getMessage()))
                .map(Failures::shortened);
    }

    private static String shortened(String said) {
        return said.substring(0, Math.min(LONGEST_ANSWER, said.length()));
    }

    /** What gRPC says of a missed deadline has measured times in it and is never the same twice, which nobody would know from news. */
    private String answer(Status status) {
        return status.getDescription() == null || status.getCode() == Status.Code.DEADLINE_EXCEEDED
                ? status.getCode().toString()
                : status.getCode() + ": " + shortened(shown.hiddenIn(status.getDescription()));
    }

    private static TemporalUnavailableException failure(Reason reason, String message, Throwable cause) {
        return new TemporalUnavailableException(reason, message, cause);
    }
}
