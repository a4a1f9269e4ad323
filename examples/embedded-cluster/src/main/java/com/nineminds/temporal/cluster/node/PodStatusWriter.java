package com.nineminds.temporal.cluster.node;

import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.PodStatus;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.time.Instant;
import java.util.Optional;

/** Brings what a node knows about a pod into the API. */
final class PodStatusWriter {
    private static final int CONFLICT = 409;
    private static final int ATTEMPTS = 5;

    private final KubernetesClient client;

    PodStatusWriter(KubernetesClient client) {
        this.client = client;
    }

    /**
     * Writes the status if it says anything new.
     *
     * @param known the pod as it was last seen
     * @return the pod as it is now; empty when it is gone
     */
    Optional<Pod> write(Pod known, Containers containers, String address, Instant now) {
        if (PodStatuses.of(known, containers, address, now).equals(known.getStatus())) {
            return Optional.of(known);
        }
        for (int attempt = 1; ; attempt++) {
            Pod live = client.resource(known).get();
            if (live == null
                    || !live.getMetadata().getUid().equals(known.getMetadata().getUid())) {
                return Optional.empty();
            }
            PodStatus next = PodStatuses.of(live, containers, address, now);
            if (next.equals(live.getStatus())) {
                return Optional.of(live);
            }
            try {
                Pod changed = new PodBuilder(live).withStatus(next).build();
                return Optional.of(client.resource(changed).updateStatus());
            } catch (KubernetesClientException refused) {
                if (refused.getCode() != CONFLICT || attempt == ATTEMPTS) {
                    throw refused;
                }
            }
        }
    }
}
