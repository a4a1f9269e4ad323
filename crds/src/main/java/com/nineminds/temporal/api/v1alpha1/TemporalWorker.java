package com.nineminds.temporal.api.v1alpha1;

import io.fabric8.crd.generator.annotation.AdditionalPrinterColumn;
import io.fabric8.generator.annotation.ValidationRule;
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
@ValidationRule(value = "self.metadata.name.matches('" + Patterns.WORKER_NAME + "')", message = Rules.NAME)
@AdditionalPrinterColumn(name = "PHASE", jsonPath = ".status.phase")
@AdditionalPrinterColumn(name = "STEP", jsonPath = ".status.step")
@AdditionalPrinterColumn(name = "TARGET", jsonPath = ".status.target.hash")
@AdditionalPrinterColumn(name = "STABLE", jsonPath = ".status.stable.hash")
@AdditionalPrinterColumn(name = "READY", jsonPath = ".status.ready")
@AdditionalPrinterColumn(name = "REASON", jsonPath = ".status.reason")
@AdditionalPrinterColumn(
        name = "AGE",
        jsonPath = ".metadata.creationTimestamp",
        type = AdditionalPrinterColumn.Type.DATE)
@AdditionalPrinterColumn(name = "IMAGE", jsonPath = ".spec.image", priority = 1)
@AdditionalPrinterColumn(name = "GATE", jsonPath = ".status.gate", priority = 1)
@AdditionalPrinterColumn(name = "BUILD-ID", jsonPath = ".status.target.hash", priority = 1)
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
