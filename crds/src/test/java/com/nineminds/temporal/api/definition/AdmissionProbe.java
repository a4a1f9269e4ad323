package com.nineminds.temporal.api.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.api.model.StatusCause;
import io.fabric8.kubernetes.api.model.StatusDetails;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Asks an API server about the cases: any server that a client points to. Needs a namespace of its own. */
public final class AdmissionProbe {
    /** What a list-map or set says in addition to the rule that explains it. */
    private static final String DUPLICATE = "FieldValueDuplicate";

    private final KubernetesClient client;
    private final String namespace;

    private AdmissionProbe(KubernetesClient client, String namespace) {
        this.client = client;
        this.namespace = namespace;
    }

    /** Applies the definition and makes the namespace. */
    public static AdmissionProbe prepare(KubernetesClient client, String namespace) {
        client.resource(Definition.yaml()).forceConflicts().serverSideApply();
        client.resource(new NamespaceBuilder()
                        .withNewMetadata()
                        .withName(namespace)
                        .endMetadata()
                        .build())
                .serverSideApply();
        client.apiextensions()
                .v1()
                .customResourceDefinitions()
                .withName(Definition.FILE.replace("-v1.yaml", ""))
                .waitUntilCondition(AdmissionProbe::isServed, 30, TimeUnit.SECONDS);
        return new AdmissionProbe(client, namespace);
    }

    private static boolean isServed(
            io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinition definition) {
        return definition != null
                && definition.getStatus() != null
                && definition.getStatus().getConditions().stream()
                        .anyMatch(condition -> condition.getType().equals("Established")
                                && condition.getStatus().equals("True"));
    }

    /** Creates the worker and takes it away again; fails unless the server says what the case expects. */
    public void verify(AdmissionCase testCase) {
        var refusal = testCase.refusal().filter(AdmissionCase.Refusal::byAdmission);
        if (refusal.isPresent()) {
            verifyRefused(testCase, refusal.get());
        } else {
            create(testCase.yaml());
        }
    }

    private void verifyRefused(AdmissionCase testCase, AdmissionCase.Refusal expected) {
        var error = catchThrowableOfType(KubernetesClientException.class, () -> create(testCase.yaml()));
        assertThat(error).as("%s must be refused", testCase).isNotNull();
        assertThat(error.getCode()).as("%s: %s", testCase, error.getMessage()).isEqualTo(422);
        assertThat(causes(error))
                .as("%s must be refused for one reason", testCase)
                .singleElement()
                .satisfies(cause -> {
                    assertThat(cause.getMessage()).contains(expected.message());
                    // A rule at the root cannot name a field below metadata.
                    if (!expected.field().startsWith("metadata")) {
                        assertThat(cause.getField()).isEqualTo(expected.field());
                    }
                });
    }

    private static List<StatusCause> causes(KubernetesClientException error) {
        return Optional.ofNullable(error.getStatus().getDetails())
                .map(StatusDetails::getCauses)
                .orElse(List.of())
                .stream()
                .filter(cause -> !DUPLICATE.equals(cause.getReason()))
                .filter(cause -> !cause.getMessage().contains("some validation rules were not checked"))
                .toList();
    }

    /** Creates the worker, takes it away again and returns it as the server stored it, defaults filled in. */
    public JsonNode create(String yaml) {
        var worker = client.getKubernetesSerialization().unmarshal(yaml, GenericKubernetesResource.class);
        worker.getMetadata().setNamespace(namespace);
        var created = client.resource(worker).create();
        client.resource(created).delete();
        return client.getKubernetesSerialization().convertValue(created, JsonNode.class);
    }
}
