package com.nineminds.temporal.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Default;
import io.fabric8.generator.annotation.Max;
import io.fabric8.generator.annotation.Min;
import org.jspecify.annotations.Nullable;

/** Port of the worker's health endpoints. */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record HealthSpec(
        @Default("" + Defaults.HEALTH_PORT)
        @Min(1024)
        @Max(65535)
        @JsonPropertyDescription("Port of the health endpoints; above 1023, because the pod does not run as root.")
        @Nullable
        Integer port) {}
