package com.nineminds.temporal.operator.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.nineminds.temporal.api.v1alpha1.TemporalWorkerStatus;
import com.nineminds.temporal.operator.decide.Failure;
import com.nineminds.temporal.operator.decide.GateVerdict;
import com.nineminds.temporal.operator.decide.Reason;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A status is written only when something happened, is read back as it was written, and can be lost. */
class StatusRoundTripTest {
    private static final Failure CRASH = Failure.of(Reason.CrashLoop, "worker", "billing-b-1", "exit code 1");

    static Stream<Story> moments() {
        return Stream.of(
                began(),
                served(),
                began("b"),
                gating("b"),
                gating("b").gatesSay(GateVerdict.INCONCLUSIVE, "Temporal does not answer"),
                gating("b").gatesSay(GateVerdict.PASSED, "pollers seen on orders"),
                gating("b").gatesSay(GateVerdict.FAILED, "no poller of its pods on orders"),
                began("b").pause(true),
                began("b").breaks("b", CRASH).clusterObeys(),
                rolledBack(),
                rolledBack()
                        .finds(new Findings(List.of(), List.of(Failure.of(Reason.NameConflict, "Service", "billing")))),
                began("b").applyInvalid("spec.image is empty; set it."),
                served().hasPods("a", 8, 1));
    }

    @ParameterizedTest
    @MethodSource("moments")
    void whereNothingHappenedTheStatusIsTheSameALittleLater(Story moment) {
        moment.reconcile();
        TemporalWorkerStatus settled = moment.reconcile();

        assertThat(moment.after(Duration.ofSeconds(5)).reconcile()).isEqualTo(settled);
    }

    @ParameterizedTest
    @MethodSource("moments")
    void aStatusThatIsReadBackEqualsTheOneThatWasWritten(Story moment) throws JsonProcessingException {
        TemporalWorkerStatus written = moment.reconcile();
        String json = Serialization.jsonMapper().writeValueAsString(written);

        assertThat(Serialization.jsonMapper().readValue(json, TemporalWorkerStatus.class))
                .isEqualTo(written);
    }

    @ParameterizedTest
    @MethodSource("moments")
    void aStatusThatWasLostIsRebuiltButForItsTimes(Story moment) {
        TemporalWorkerStatus status = moment.reconcile();
        TemporalWorkerStatus rebuilt = moment.loseStatus().reconcile();

        assertThat(rebuilt)
                .usingRecursiveComparison()
                .ignoringFields("conditions", "rollout.gates")
                .isEqualTo(moment.reconcile());
        assertThat(rebuilt.phase()).isEqualTo(status.phase());
    }

    private static Story began() {
        Story story = new Story().apply("a");
        story.reconcile();
        return story;
    }

    private static Story served() {
        Story story = new Story();
        story.promote("a");
        return story;
    }

    private static Story began(String hash) {
        Story story = served().apply(hash);
        story.reconcile();
        return story;
    }

    private static Story gating(String hash) {
        Story story = served().apply(hash);
        story.reconcileToGates();
        return story;
    }

    private static Story rolledBack() {
        Story story = began("b").breaks("b", CRASH).clusterObeys();
        story.reconcile();
        return story.clusterObeys();
    }
}
