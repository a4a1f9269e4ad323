package com.nineminds.temporal.operator.apply;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.GenericKubernetesResourceBuilder;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import io.fabric8.kubernetes.client.dsl.base.ResourceDefinitionContext;

/**
 * Writes {@code spec.replicas} through the scale subresource with a field manager of its own. It is an update, not an apply: an
 * autoscaler that writes later takes the field over, and nothing resets it when we stop writing. Bound to the version that was read,
 * so that nobody scales by what the world looked like before somebody else acted.
 */
public final class ReplicasWriter {
    static final String FIELD_MANAGER = ServerSideApply.FIELD_MANAGER + "-replicas";

    private static final ResourceDefinitionContext DEPLOYMENTS =
            ResourceDefinitionContext.fromResourceType(Deployment.class);

    private final KubernetesClient client;
    private final Cache cache;

    public ReplicasWriter(KubernetesClient client, Cache cache) {
        this.client = client;
        this.cache = cache;
    }

    /** @return whether a write was needed */
    public boolean scale(Deployment cached, int replicas) {
        Integer now = cached.getSpec().getReplicas();
        if (now != null && now == replicas) {
            return false;
        }
        ObjectMeta metadata = cached.getMetadata();
        var scale = client.genericKubernetesResources(DEPLOYMENTS)
                .inNamespace(metadata.getNamespace())
                .resource(named(metadata))
                .subresource("scale")
                .patch(
                        new PatchContext.Builder()
                                .withPatchType(PatchType.JSON_MERGE)
                                .withFieldManager(FIELD_MANAGER)
                                .build(),
                        "{\"metadata\":{\"resourceVersion\":\"" + metadata.getResourceVersion()
                                + "\"},\"spec\":{\"replicas\":" + replicas + "}}");
        Deployment scaled = client.getKubernetesSerialization().clone(cached);
        scaled.getSpec().setReplicas(replicas);
        scaled.getMetadata().setResourceVersion(scale.getMetadata().getResourceVersion());
        cache.remember(scaled);
        return true;
    }

    /** By name alone, the client would read the Deployment before it patches it. */
    private static GenericKubernetesResource named(ObjectMeta metadata) {
        return new GenericKubernetesResourceBuilder()
                .withApiVersion("apps/v1")
                .withKind("Deployment")
                .withNewMetadata()
                .withNamespace(metadata.getNamespace())
                .withName(metadata.getName())
                .endMetadata()
                .build();
    }
}
