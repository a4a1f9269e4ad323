package com.nineminds.temporal.operator.apply;

import com.nineminds.temporal.operator.decide.RevisionState;
import com.nineminds.temporal.operator.history.ControllerRevisions;
import com.nineminds.temporal.operator.resources.WorkerRef;
import com.nineminds.temporal.operator.revision.RevisionData;
import io.fabric8.kubernetes.api.model.apps.ControllerRevision;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.Optional;

/**
 * Persists the record of a revision before anything acts on it. Every write is bound to the resource version that was read, so that
 * a decision made from an old cache changes nothing: the API server answers 409 and the reconcile is retried.
 */
public final class RecordWriter {
    private final KubernetesClient client;
    private final Cache cache;

    public RecordWriter(KubernetesClient client, Cache cache) {
        this.client = client;
        this.cache = cache;
    }

    /** @throws io.fabric8.kubernetes.client.KubernetesClientException with code 409 if {@code cached} is not the latest version */
    public void write(WorkerRef worker, RevisionState state, RevisionData data, Optional<ControllerRevision> cached) {
        ControllerRevision desired = ControllerRevisions.write(worker, state, data);
        desired.getMetadata()
                .setResourceVersion(cached.map(known -> known.getMetadata().getResourceVersion())
                        .orElse(ServerSideApply.MUST_NOT_EXIST));
        cache.remember(client.resource(desired)
                .fieldManager(ServerSideApply.FIELD_MANAGER)
                .forceConflicts()
                .serverSideApply());
    }
}
