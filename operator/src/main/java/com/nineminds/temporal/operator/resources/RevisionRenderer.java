package com.nineminds.temporal.operator.resources;

import com.fasterxml.jackson.databind.JsonNode;
import com.nineminds.temporal.operator.revision.RevisionData;
import com.nineminds.temporal.operator.revision.RevisionHash;
import com.nineminds.temporal.operator.revision.RevisionInputs;
import com.nineminds.temporal.operator.spec.EffectiveSpec;

/** From a spec to the revision that serves it. */
public final class RevisionRenderer {
    /** Version of the rendered pod template. Raise it with any change of one; revisions that exist keep the template they have. */
    public static final int RENDERER_VERSION = 1;

    private RevisionRenderer() {}

    /** Template of the operator, the user's overrides merged in, then the server's form of it all. */
    public static RevisionData render(WorkerRef worker, EffectiveSpec spec) {
        JsonNode inputs = RevisionInputs.of(spec);
        JsonNode template = ModelJson.write(PodTemplates.of(worker, RevisionHash.of(inputs), spec.pod()));
        JsonNode merged = StrategicMerge.apply(template, spec.pod().overrides());
        return new RevisionData(inputs, ServerForm.of(merged), RENDERER_VERSION);
    }
}
