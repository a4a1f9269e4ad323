package com.nineminds.temporal.operator.decide.world;

import com.nineminds.temporal.api.v1alpha1.NoData;
import com.nineminds.temporal.operator.decide.GatePolicy;
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
                    return reading(asked, gate, known ? word(world, asked, gate) : GateVerdict.RUNNING);
                }))
                .toList();
    }

    /** Without evidence of the server nothing is known; with it, pods that are not Ready are waited for. */
    private static GateVerdict word(World world, GateRequest asked, GatePolicy gate) {
        Pollers pollers = world.pollers(asked.revision());
        if (pollers == Pollers.UNKNOWN) {
            return gate.noData() == NoData.Ignore ? GateVerdict.RUNNING : GateVerdict.INCONCLUSIVE;
        }
        return world.fleet(asked.revision()).available() == 0 ? GateVerdict.RUNNING : pollers.verdict();
    }

    private static GateReading reading(GateRequest asked, GatePolicy gate, GateVerdict verdict) {
        return new GateReading(asked.rolloutId(), asked.step(), gate.name(), verdict, "measured " + verdict);
    }
}
