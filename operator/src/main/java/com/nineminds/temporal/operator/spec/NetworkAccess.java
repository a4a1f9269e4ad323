package com.nineminds.temporal.operator.spec;

import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyEgressRule;
import java.util.List;

/** Asks for a NetworkPolicy. @param egress peers that the worker may call besides DNS, Temporal and Vault */
public record NetworkAccess(List<NetworkPolicyEgressRule> egress) {
    public NetworkAccess {
        egress = List.copyOf(egress);
    }
}
