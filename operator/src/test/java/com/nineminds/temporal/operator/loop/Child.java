package com.nineminds.temporal.operator.loop;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.dsl.Resource;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;

/** The children of a worker that serves with a network policy, each with an edit of a field that the operator owns. */
enum Child {
    DEPLOYMENT("Deployment", "{\"spec\":{\"progressDeadlineSeconds\":77}}"),
    CONFIG_MAP("ConfigMap", "{\"metadata\":{\"labels\":{\"app.kubernetes.io/instance\":\"other\"}}}"),
    SERVICE("Service", "{\"spec\":{\"selector\":{\"temporal.nineminds.com/worker\":\"other\"}}}"),
    SERVICE_ACCOUNT("ServiceAccount", "{\"automountServiceAccountToken\":true}"),
    BUDGET("PodDisruptionBudget", "{\"spec\":{\"minAvailable\":3}}"),
    NETWORK_POLICY("NetworkPolicy", "{\"spec\":{\"policyTypes\":[\"Egress\"]}}");

    private static final PatchContext MERGE = new PatchContext.Builder()
            .withPatchType(PatchType.JSON_MERGE)
            .withFieldManager("kubectl-edit")
            .build();

    final String kind;
    private final String edit;

    Child(String kind, String edit) {
        this.kind = kind;
        this.edit = edit;
    }

    void edit(Story story, String hash) {
        of(story, hash).patch(MERGE, edit);
    }

    Resource<? extends HasMetadata> of(Story story, String hash) {
        return switch (this) {
            case DEPLOYMENT -> story.kubectl.deployment(hash);
            case CONFIG_MAP -> story.kubectl.configMap(hash);
            case SERVICE -> story.kubectl.service();
            case SERVICE_ACCOUNT ->
                story.client.serviceAccounts().inNamespace(story.namespace).withName(Story.NAME);
            case BUDGET -> story.kubectl.budget();
            case NETWORK_POLICY ->
                story.client
                        .network()
                        .v1()
                        .networkPolicies()
                        .inNamespace(story.namespace)
                        .withName(Story.NAME);
        };
    }
}
