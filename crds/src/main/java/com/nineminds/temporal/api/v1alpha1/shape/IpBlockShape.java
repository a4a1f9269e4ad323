package com.nineminds.temporal.api.v1alpha1.shape;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import java.util.List;

/** IPBlock. */
public record IpBlockShape(
        @Required @Size(min = 1, max = 64) @JsonPropertyDescription("Addresses in CIDR notation.")
        String cidr,

        @Size(max = 20) @JsonPropertyDescription("Addresses within cidr that stay forbidden.")
        List<@Size(min = 1, max = 64) String> except) {}
