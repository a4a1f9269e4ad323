package com.nineminds.temporal.operator.resources;

import com.nineminds.temporal.operator.revision.RevisionData;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.DeploymentBuilder;

/** The Deployment of a revision, {@code <worker>-<hash>}. */
public final class DeploymentResource {
    /** Longer than the five minutes that a start may take, so that a slow start is no stall. */
    private static final int PROGRESS_DEADLINE_SECONDS = 600;

    /** A revision has one template; a second ReplicaSet comes from a restart only. */
    private static final int HISTORY_LIMIT = 2;

    private DeploymentResource() {}

    /**
     * Never with {@code replicas}: they belong to another field manager. The pod template is the recorded one.
     *
     * @param hash name of the revision, which need not be what this version would hash its inputs to
     */
    public static Deployment desired(WorkerRef worker, String hash, RevisionData revision) {
        return new DeploymentBuilder()
                .withMetadata(Metadata.ofRevision(worker, hash))
                .withNewSpec()
                .withNewSelector()
                .withMatchLabels(Labels.selectingRevision(worker, hash))
                .endSelector()
                .withNewStrategy()
                .withType("RollingUpdate")
                .withNewRollingUpdate()
                .withMaxSurge(new IntOrString(1))
                .withMaxUnavailable(new IntOrString(0))
                .endRollingUpdate()
                .endStrategy()
                .withProgressDeadlineSeconds(PROGRESS_DEADLINE_SECONDS)
                .withRevisionHistoryLimit(HISTORY_LIMIT)
                .withTemplate(ModelJson.read(revision.podTemplate(), PodTemplateSpec.class))
                .endSpec()
                .build();
    }
}
