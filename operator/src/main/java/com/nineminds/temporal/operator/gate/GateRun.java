package com.nineminds.temporal.operator.gate;

import com.nineminds.temporal.operator.decide.GatePolicy;
import com.nineminds.temporal.operator.decide.GateReading;
import com.nineminds.temporal.operator.decide.GateRequest;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The measurements of one step of one rollout. */
final class GateRun {
    private static final Logger LOG = LoggerFactory.getLogger(GateRun.class);

    private final GateRequest request;
    private final Map<String, Tally> tallies = new ConcurrentHashMap<>();
    /** By gate; absent while its provider has not failed yet. */
    private final Map<String, Instant> answeringSince = new ConcurrentHashMap<>();

    private volatile PollerQuestion question;
    private volatile boolean ended;

    GateRun(GateRequest request, PollerQuestion question) {
        this.request = request;
        this.question = question;
    }

    boolean answers(GateRequest other) {
        return request.continues(other);
    }

    void ask(PollerQuestion next) {
        question = next;
    }

    boolean ended() {
        return ended;
    }

    void end() {
        ended = true;
    }

    /** @return whether the gate's reading changed */
    boolean measure(GatePolicy gate, PollerSource pollers, Clock clock) {
        Tally before = tallies.getOrDefault(gate.name(), Tally.EMPTY);
        Tally after = before.add(measurement(gate, pollers, clock, before.errors() > 0), gate);
        tallies.put(gate.name(), after);
        return !ended
                && (after.verdict() != before.verdict() || !after.message().equals(before.message()));
    }

    /** A provider that fails in an unforeseen way is an outage like any other: it must neither stop the gate nor pass for silence. */
    private Measurement measurement(GatePolicy gate, PollerSource pollers, Clock clock, boolean failed) {
        PollerQuestion asked = question;
        Map<String, List<Sighting>> seen = new HashMap<>();
        try {
            for (String queue : asked.taskQueues()) {
                seen.put(queue, pollers.pollers(asked.frontend(), asked.namespace(), queue));
            }
        } catch (ProviderException e) {
            return new Measurement(Measurement.Outcome.ERROR, String.valueOf(e.getMessage()));
        } catch (RuntimeException | LinkageError e) {
            if (!failed) {
                LOG.atError()
                        .addKeyValue("rollout", request.rolloutId())
                        .addKeyValue("gate", gate.name())
                        .setCause(e)
                        .log("gate measurement failed unexpectedly");
            }
            return new Measurement(Measurement.Outcome.ERROR, "measuring failed unexpectedly: " + e);
        }
        Instant now = clock.instant();
        if (failed) {
            answeringSince.put(gate.name(), now);
        }
        Instant since = answeringSince.getOrDefault(gate.name(), Instant.EPOCH);
        return PollerEvidence.judge(asked, seen, gate.timeout(), since, now);
    }

    List<GateReading> readings() {
        return request.gates().stream()
                .map(gate -> reading(gate.name(), tallies.getOrDefault(gate.name(), Tally.EMPTY)))
                .toList();
    }

    private GateReading reading(String gate, Tally tally) {
        return new GateReading(request.rolloutId(), request.step(), gate, tally.verdict(), tally.message());
    }
}
