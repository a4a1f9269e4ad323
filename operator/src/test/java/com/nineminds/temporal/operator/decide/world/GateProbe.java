package com.nineminds.temporal.operator.decide.world;

import com.nineminds.temporal.operator.decide.GateReading;
import com.nineminds.temporal.operator.decide.GateRequest;
import com.nineminds.temporal.operator.decide.GateVerdict;
import java.util.List;
import java.util.Optional;

/** Measures gates as long as a decision asks for them, and forgets what nobody asks for. */
final class GateProbe {
    private final int measuring;
    private Optional<GateRequest> request = Optional.empty();
    private long since;

    GateProbe(int measuring) {
        this.measuring = measuring;
    }

    void follow(Optional<GateRequest> next, long now) {
        if (!next.equals(request)) {
            request = next;
            since = now;
        }
    }

    void forget() {
        request = Optional.empty();
    }

    List<GateReading> readings(World world, long now) {
        return request.stream()
                .flatMap(asked -> asked.gates().stream().map(gate -> {
                    boolean known = now - since >= measuring;
                    Pollers word = world.pollers(asked.revision());
                    return new GateReading(
                            asked.rolloutId(),
                            asked.step(),
                            gate.name(),
                            known ? word.verdict() : GateVerdict.RUNNING,
                            known ? word.name() : "not measured yet");
                }))
                .toList();
    }
}
