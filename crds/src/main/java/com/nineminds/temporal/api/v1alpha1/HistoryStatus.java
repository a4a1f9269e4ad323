package com.nineminds.temporal.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/** One finished rollout, newest first. */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record HistoryStatus(
        String hash,
        @Nullable Long number,
        @Nullable String image,
        String verdict,
        @Nullable String reason,
        @Nullable String startedAt,
        @Nullable String finishedAt) {}
