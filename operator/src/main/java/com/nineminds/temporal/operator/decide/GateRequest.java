package com.nineminds.temporal.operator.decide;

import java.util.List;

/** The measurements that this moment needs, of the target's pods at one step of one rollout. */
public record GateRequest(String rolloutId, int step, String revision, List<GatePolicy> gates) {
    public GateRequest {
        gates = List.copyOf(gates);
    }
}
