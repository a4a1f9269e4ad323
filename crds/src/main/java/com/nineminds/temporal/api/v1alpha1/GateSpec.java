package com.nineminds.temporal.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/** One health gate. Without any gate in the spec, one {@code Pollers} gate applies. */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record GateSpec(
        String name,
        GateType type,
        @Nullable String interval,
        @Nullable String timeout,
        @Nullable Integer count,
        @Nullable Integer failureLimit,
        @Nullable Integer errorLimit,
        @Nullable NoData noData,
        @Nullable Boolean dryRun) {}
