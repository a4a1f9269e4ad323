package com.nineminds.temporal.operator.loop;

import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinition;
import io.fabric8.kubernetes.api.model.apiextensions.v1.JSONSchemaProps;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;

/** Writes what the rules of the definition refuse, as an older definition or a restored backup would let in. */
final class Bypass {
    private Bypass() {}

    /** The rules are away for a moment only; other stories write nothing that needs them. */
    static synchronized void admission(KubernetesClient client, Runnable write) {
        var crd = client.apiextensions()
                .v1()
                .customResourceDefinitions()
                .withName("temporalworkers.temporal.nineminds.com");
        crd.edit(Bypass::withoutRules);
        try {
            Awaitility.await()
                    .pollInSameThread()
                    .atMost(Duration.ofMinutes(1))
                    .ignoreException(KubernetesClientException.class)
                    .until(() -> {
                        write.run();
                        return true;
                    });
        } finally {
            Clusters.installCrd(client);
        }
    }

    private static CustomResourceDefinition withoutRules(CustomResourceDefinition crd) {
        crd.getSpec().getVersions().forEach(version -> strip(version.getSchema().getOpenAPIV3Schema()));
        return crd;
    }

    private static void strip(JSONSchemaProps schema) {
        schema.setXKubernetesValidations(List.of());
        if (schema.getProperties() != null) {
            schema.getProperties().values().forEach(Bypass::strip);
        }
        if (schema.getItems() != null && schema.getItems().getSchema() != null) {
            strip(schema.getItems().getSchema());
        }
        if (schema.getAdditionalProperties() != null
                && schema.getAdditionalProperties().getSchema() != null) {
            strip(schema.getAdditionalProperties().getSchema());
        }
    }
}
