package com.nineminds.temporal.api.v1alpha1.shape;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Max;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.Size;
import io.fabric8.kubernetes.api.model.IntOrString;

/** NetworkPolicyPort. */
public record EgressPortShape(
        @JsonPropertyDescription("Number or name of the port.")
        IntOrString port,

        @Min(1) @Max(65535) @JsonPropertyDescription("Last port of a range that begins with port.")
        Integer endPort,

        @Size(max = 8) @JsonPropertyDescription("TCP, UDP or SCTP. Default: TCP.")
        String protocol) {}
