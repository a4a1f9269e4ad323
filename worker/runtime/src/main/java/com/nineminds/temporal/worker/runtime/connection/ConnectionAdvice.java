package com.nineminds.temporal.worker.runtime.connection;

import com.nineminds.temporal.worker.runtime.config.TemporalAccess;
import io.grpc.Status;
import io.grpc.netty.shaded.io.netty.handler.ssl.NotSslRecordException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertificateException;
import java.util.List;
import java.util.Locale;
import javax.net.ssl.SSLException;

/** Which setting to look at when a server refuses the worker, or the worker it. */
final class ConnectionAdvice {

    private ConnectionAdvice() {}

    /** Empty when settings are not what it looks like. */
    static String on(TemporalAccess access, Status refusal, List<Throwable> causes) {
        return switch (refusal.getCode()) {
            case UNAUTHENTICATED ->
                access.apiKey().isPresent()
                        ? "the server does not take TEMPORAL_API_KEY: check that it is this server's, and neither expired nor deleted"
                        : "the server wants to know who is there: set TEMPORAL_API_KEY or the client certificate that it expects";
            case PERMISSION_DENIED ->
                "check that TEMPORAL_NAMESPACE is the namespace's whole name, and that " + credential(access)
                        + " is allowed to use it";
            case UNAVAILABLE, INTERNAL, UNKNOWN -> access.tls().isPresent() ? onTls(causes) : onPlainText(refusal);
            default -> "";
        };
    }

    private static String credential(TemporalAccess access) {
        if (access.apiKey().isPresent()) {
            return "TEMPORAL_API_KEY";
        }
        return access.tls().flatMap(tls -> tls.identity()).isPresent()
                ? "the certificate of TEMPORAL_TLS_CLIENT_CERT_PATH or _DATA"
                : "a worker without TEMPORAL_API_KEY and client certificate";
    }

    private static String onTls(List<Throwable> causes) {
        if (has(causes, NotSslRecordException.class)) {
            return "what answers there speaks no TLS: check TEMPORAL_ADDRESS, or set TEMPORAL_TLS to false";
        }
        if (has(causes, CertPathBuilderException.class)) {
            return "the server's certificate is of nobody whom the worker trusts: check TEMPORAL_TLS_SERVER_CA_CERT_PATH or _DATA";
        }
        if (says(causes, CertificateException.class, "subject alternative", "name matching")) {
            return "the server's certificate is for another name: check TEMPORAL_ADDRESS, or set TEMPORAL_TLS_SERVER_NAME";
        }
        if (has(causes, CertificateException.class)) {
            return "the worker does not take the server's certificate: have it renewed, or check TEMPORAL_TLS_SERVER_CA_CERT_PATH or _DATA";
        }
        return has(causes, SSLException.class)
                ? "the server ended the handshake: check that TEMPORAL_TLS_CLIENT_CERT_PATH or _DATA is set, of an authority that it trusts, and in date"
                : "";
    }

    private static String onPlainText(Status refusal) {
        return String.valueOf(refusal.getDescription()).startsWith("Network closed for unknown reason")
                ? "a server that speaks nothing but TLS ends connections like this: set TEMPORAL_TLS to true if it is one"
                : "";
    }

    private static boolean has(List<Throwable> causes, Class<? extends Throwable> kind) {
        return causes.stream().anyMatch(kind::isInstance);
    }

    private static boolean says(List<Throwable> causes, Class<? extends Throwable> kind, String... words) {
        return causes.stream()
                .filter(kind::isInstance)
                .map(cause -> String.valueOf(cause.getMessage()).toLowerCase(Locale.ROOT))
                .anyMatch(message -> List.of(words).stream().anyMatch(message::contains));
    }
}
