package com.nineminds.temporal.cluster.controllers;

import com.nineminds.temporal.cluster.objects.Pods;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.ResourceQuota;
import io.fabric8.kubernetes.api.model.ResourceQuotaBuilder;
import io.fabric8.kubernetes.api.model.ResourceQuotaStatus;
import io.fabric8.kubernetes.api.model.ResourceQuotaStatusBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** Reports how many pods of a ResourceQuota are used. It knows no other resource than {@code pods}. */
final class ResourceQuotaController implements Controller {
    private static final String PODS = "pods";

    private final KubernetesClient client;
    private final Set<ObjectName> quotas = ConcurrentHashMap.newKeySet();

    ResourceQuotaController(KubernetesClient client) {
        this.client = client;
    }

    @Override
    public String name() {
        return "resourcequota";
    }

    @Override
    public void watch(Watches watches, Consumer<ObjectName> enqueue) {
        watches.on(ResourceQuota.class, quota -> {
            quotas.add(ObjectName.of(quota));
            enqueue.accept(ObjectName.of(quota));
        });
        watches.on(
                Pod.class,
                pod -> quotas.stream()
                        .filter(quota ->
                                quota.namespace().equals(pod.getMetadata().getNamespace()))
                        .forEach(enqueue));
    }

    @Override
    public Optional<Duration> reconcile(ObjectName name) {
        ResourceQuota quota = client.resourceQuotas()
                .inNamespace(name.namespace())
                .withName(name.name())
                .get();
        if (quota == null) {
            quotas.remove(name);
            return Optional.empty();
        }
        ResourceQuotaStatus next = status(quota);
        if (!next.equals(quota.getStatus())) {
            client.resource(new ResourceQuotaBuilder(quota).withStatus(next).build())
                    .updateStatus();
        }
        return Optional.empty();
    }

    private ResourceQuotaStatus status(ResourceQuota quota) {
        var status = new ResourceQuotaStatusBuilder().withHard(quota.getSpec().getHard());
        if (quota.getSpec().getHard().containsKey(PODS)) {
            long used = client.pods().inNamespace(quota.getMetadata().getNamespace()).list().getItems().stream()
                    .filter(pod -> !Pods.finished(pod))
                    .count();
            status.addToUsed(PODS, new Quantity(String.valueOf(used)));
        }
        return status.build();
    }
}
