package com.nineminds.temporal.operator.spec;

import static com.nineminds.temporal.operator.spec.Findings.present;

import com.nineminds.temporal.api.v1alpha1.ApiKeySecretSpec;
import com.nineminds.temporal.api.v1alpha1.Patterns;
import com.nineminds.temporal.api.v1alpha1.Rules;
import com.nineminds.temporal.api.v1alpha1.TemporalSpec;
import com.nineminds.temporal.api.v1alpha1.TemporalTlsSpec;
import com.nineminds.temporal.api.v1alpha1.TemporalWorkerSpec;
import org.jspecify.annotations.Nullable;

/** Where the worker polls: {@code temporal}. */
final class TemporalRules {
    private static final String QUEUES = "spec.temporal.taskQueues";
    private static final String TLS = "spec.temporal.tls";
    private static final String API_KEY = "spec.temporal.apiKeySecretRef";

    private TemporalRules() {}

    static void check(TemporalWorkerSpec spec, Findings findings) {
        var temporal = spec.temporal();
        if (temporal == null) {
            return;
        }
        findings.unlessMatches(temporal.address(), Patterns.HOST_PORT, "spec.temporal.address", Rules.TEMPORAL_ADDRESS);
        findings.unlessMatches(
                temporal.namespace(), Patterns.TEMPORAL_NAMESPACE, "spec.temporal.namespace", Rules.TEMPORAL_NAMESPACE);
        if (temporal.taskQueues() != null) {
            var queues = present(temporal.taskQueues());
            findings.unless(!queues.isEmpty(), QUEUES, Rules.TASK_QUEUES_EMPTY);
            findings.unless(queues.stream().allMatch(TemporalRules::isQueueName), QUEUES, Rules.TASK_QUEUE_NAME);
            findings.unlessUnique(queues, QUEUES, Rules.TASK_QUEUES_UNIQUE);
        }
        checkTls(temporal.tls(), findings);
        checkApiKey(temporal.apiKeySecretRef(), findings);
        findings.unless(
                temporal.apiKeySecretRef() == null
                        || temporal.tls() == null
                        || temporal.tls().clientCertificateSecretRef() == null,
                API_KEY,
                Rules.TEMPORAL_ONE_CREDENTIAL);
    }

    /** Whether the operator sets this variable, or one that contradicts it, because of what {@code temporal} has. */
    static boolean standsFor(String variable, @Nullable TemporalSpec temporal) {
        if (temporal == null) {
            return false;
        }
        var apiKey = temporal.apiKeySecretRef() != null;
        return switch (variable) {
            case "TEMPORAL_TLS" -> apiKey || temporal.tls() != null;
            case "TEMPORAL_API_KEY" -> apiKey;
            default -> temporal.tls() != null && standsFor(variable, temporal.tls());
        };
    }

    private static boolean standsFor(String variable, TemporalTlsSpec tls) {
        return (tls.serverName() != null && variable.equals("TEMPORAL_TLS_SERVER_NAME"))
                || (tls.caSecretRef() != null && Regex.finds(Patterns.CA_VARIABLE, variable))
                || (tls.clientCertificateSecretRef() != null
                        && Regex.finds(Patterns.CLIENT_CERTIFICATE_VARIABLE, variable));
    }

    private static void checkTls(@Nullable TemporalTlsSpec tls, Findings findings) {
        if (tls == null) {
            return;
        }
        findings.unlessMatches(tls.serverName(), Patterns.HOST, TLS + ".serverName", Rules.TLS_SERVER_NAME);
        var ca = tls.caSecretRef();
        if (ca != null) {
            var path = TLS + ".caSecretRef";
            findings.unlessMatches(ca.name(), Patterns.DNS_SUBDOMAIN, path + ".name", Rules.TLS_CA_NAME);
            findings.unlessMatches(ca.key(), Patterns.SECRET_KEY, path + ".key", Rules.TLS_CA_KEY);
        }
        var client = tls.clientCertificateSecretRef();
        if (client != null) {
            var path = TLS + ".clientCertificateSecretRef.name";
            findings.unlessMatches(client.name(), Patterns.DNS_SUBDOMAIN, path, Rules.TLS_CLIENT_NAME);
        }
    }

    private static void checkApiKey(@Nullable ApiKeySecretSpec apiKey, Findings findings) {
        if (apiKey != null) {
            findings.unlessMatches(apiKey.name(), Patterns.DNS_SUBDOMAIN, API_KEY + ".name", Rules.API_KEY_NAME);
            findings.unlessMatches(apiKey.key(), Patterns.SECRET_KEY, API_KEY + ".key", Rules.API_KEY_KEY);
        }
    }

    private static boolean isQueueName(String queue) {
        return Regex.finds(Patterns.TASK_QUEUE, queue) && !queue.startsWith("/_sys/");
    }
}
