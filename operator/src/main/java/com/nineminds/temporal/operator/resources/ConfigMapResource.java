package com.nineminds.temporal.operator.resources;

import com.nineminds.temporal.operator.revision.RevisionData;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import java.util.SortedMap;

/** The configuration of a revision, {@code <worker>-<hash>}: immutable, so that pods of an old revision keep seeing their own. */
public final class ConfigMapResource {
    private ConfigMapResource() {}

    public static ConfigMap desired(WorkerRef worker, String hash, RevisionData revision) {
        SortedMap<String, String> config = revision.config();
        return new ConfigMapBuilder()
                .withMetadata(Metadata.ofRevision(worker, hash))
                .withImmutable(true)
                .withData(config.isEmpty() ? null : config)
                .build();
    }
}
