package com.nineminds.temporal.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Default;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where the worker polls: {@code host:port} of the frontend, namespace, every task queue it must serve, and how it is let in. */
@ValidationRule(
        value = "!has(self.apiKeySecretRef) || !has(self.tls) || !has(self.tls.clientCertificateSecretRef)",
        message = Rules.TEMPORAL_ONE_CREDENTIAL,
        fieldPath = ".apiKeySecretRef")
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TemporalSpec(
        @Required
        @Size(min = 1, max = 255)
        @ValidationRule(value = "self.matches(r'" + Patterns.HOST_PORT + "')", message = Rules.TEMPORAL_ADDRESS)
        @JsonPropertyDescription("host:port of the Temporal frontend, without a scheme.")
        String address,

        @Default(Defaults.TEMPORAL_NAMESPACE)
        @Size(min = 1, max = 255)
        @ValidationRule(
                value = "self.matches(r'" + Patterns.TEMPORAL_NAMESPACE + "')",
                message = Rules.TEMPORAL_NAMESPACE)
        @JsonPropertyDescription("Temporal namespace.")
        @Nullable
        String namespace,

        @Required
        @Size(max = 20)
        @ValidationRule(value = "self.size() > 0", message = Rules.TASK_QUEUES_EMPTY)
        @ValidationRule(
                value = "self.all(q, q.matches(r'" + Patterns.TASK_QUEUE + "') && !q.startsWith('/_sys/'))",
                message = Rules.TASK_QUEUE_NAME)
        @ValidationRule(value = "self.all(q, self.exists_one(o, o == q))", message = Rules.TASK_QUEUES_UNIQUE)
        @JsonPropertyDescription(
                "Every task queue that the worker polls; a new revision must be seen polling each of them.")
        List<@Size(max = 200) String> taskQueues,

        @JsonPropertyDescription(
                "TLS towards the frontend, also where it is empty. Default: none, unless there is apiKeySecretRef.")
        @Nullable
        TemporalTlsSpec tls,

        @JsonPropertyDescription("API key of the worker, sent over TLS only. Default: none.") @Nullable
        ApiKeySecretSpec apiKeySecretRef) {}
