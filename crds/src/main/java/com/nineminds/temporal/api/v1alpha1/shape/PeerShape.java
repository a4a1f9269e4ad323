package com.nineminds.temporal.api.v1alpha1.shape;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;

/** NetworkPolicyPeer. */
public record PeerShape(
        @JsonPropertyDescription("Addresses.") IpBlockShape ipBlock,

        @JsonPropertyDescription("Namespaces by label.") SelectorShape namespaceSelector,

        @JsonPropertyDescription("Pods by label.") SelectorShape podSelector) {}
