package com.nineminds.temporal.operator.decide;

import java.util.List;

/**
 * The measurements that this moment needs, of the target's pods at one step of one rollout.
 *
 * @param newPods how many pods the step adds; those of the steps before were measured then
 */
public record GateRequest(String rolloutId, int step, String revision, int newPods, List<GatePolicy> gates) {
    public GateRequest {
        gates = List.copyOf(gates);
    }

    /** Whether it goes on with what the other one asked for. */
    public boolean continues(GateRequest other) {
        return rolloutId.equals(other.rolloutId)
                && step == other.step
                && revision.equals(other.revision)
                && gates.equals(other.gates);
    }
}
