package com.nineminds.temporal.api.v1alpha1.shape;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Size;
import java.util.List;

/** NetworkPolicyEgressRule. */
public record EgressRuleShape(
        @Size(max = 20) @JsonPropertyDescription("Ports that may be called. Default: all.")
        List<EgressPortShape> ports,

        @Size(max = 20) @JsonPropertyDescription("Peers that may be called. Default: all.")
        List<PeerShape> to) {}
