package com.nineminds.temporal.api.v1alpha1;

import io.fabric8.kubernetes.api.model.Namespaced;
import io.fabric8.kubernetes.client.CustomResource;
import io.fabric8.kubernetes.model.annotation.Categories;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.ShortNames;
import io.fabric8.kubernetes.model.annotation.Version;
import org.jspecify.annotations.Nullable;

/** One Temporal worker that the operator deploys, rolls out behind health gates and rolls back by itself. */
@Group(TemporalWorker.GROUP)
@Version(TemporalWorker.VERSION)
@ShortNames("tw")
@Categories("all")
public class TemporalWorker extends CustomResource<TemporalWorkerSpec, TemporalWorkerStatus> implements Namespaced {
    public static final String GROUP = "temporal.nineminds.com";
    public static final String VERSION = "v1alpha1";

    @Override
    protected @Nullable TemporalWorkerSpec initSpec() {
        return null;
    }

    @Override
    protected @Nullable TemporalWorkerStatus initStatus() {
        return null;
    }
}
