package com.nineminds.temporal.operator.gate;

import static org.assertj.core.api.Assertions.assertThat;

import com.nineminds.temporal.api.v1alpha1.NoData;
import com.nineminds.temporal.operator.decide.GatePolicy;
import com.nineminds.temporal.operator.decide.GateVerdict;
import com.nineminds.temporal.operator.gate.Measurement.Outcome;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** From measurements to a verdict. P passes, F fails, e is an error of the provider, . says nothing yet, ? cannot be attributed. */
class TallyTest {
    @ParameterizedTest
    @CsvSource({
        // measurements, count, failureLimit, errorLimit, noData, verdict
        "'',       1, 0, 4, Inconclusive, RUNNING",
        "P,        1, 0, 4, Inconclusive, PASSED",
        "P,        2, 0, 4, Inconclusive, RUNNING",
        "PP,       2, 0, 4, Inconclusive, PASSED",
        "P.P,      2, 0, 4, Inconclusive, RUNNING",
        "PeP,      2, 0, 4, Inconclusive, RUNNING",
        "P?P,      2, 0, 4, Inconclusive, RUNNING",
        "PFP,      2, 1, 4, Inconclusive, RUNNING",
        "PFPP,     2, 1, 4, Inconclusive, PASSED",
        "F,        1, 0, 4, Inconclusive, FAILED",
        "F,        1, 0, 4, Ignore,       FAILED",
        "F,        1, 1, 4, Inconclusive, RUNNING",
        "F.PF,     9, 1, 4, Inconclusive, FAILED",
        "FP,       1, 0, 4, Inconclusive, FAILED",
        "eeee,     1, 0, 4, Inconclusive, RUNNING",
        "eeeee,    1, 0, 4, Inconclusive, INCONCLUSIVE",
        "e,        1, 0, 0, Fail,         INCONCLUSIVE",
        "eeeee,    1, 0, 4, Ignore,       RUNNING",
        "ee.eee,   1, 0, 4, Inconclusive, RUNNING",
        "eeeeeP,   1, 0, 4, Inconclusive, PASSED",
        "eeeeeF,   1, 0, 4, Inconclusive, FAILED",
        "eeeee.,   1, 0, 4, Inconclusive, RUNNING",
        "?,        1, 0, 4, Inconclusive, INCONCLUSIVE",
        "?,        1, 0, 4, Fail,         FAILED",
        "?,        1, 0, 4, Ignore,       RUNNING",
        "?P,       1, 0, 4, Inconclusive, PASSED",
        "........, 1, 0, 4, Fail,         RUNNING",
    })
    void measurementsAddUp(
            String measurements, int count, int failureLimit, int errorLimit, NoData noData, GateVerdict verdict) {
        assertThat(add(measurements, Gates.gate(count, failureLimit, errorLimit, noData))
                        .verdict())
                .isEqualTo(verdict);
    }

    @ParameterizedTest
    @EnumSource(NoData.class)
    void noSequenceWithoutAPassPasses(NoData noData) {
        GatePolicy gate = Gates.gate(1, 2, 2, noData);

        assertThat(sequences("Fe.?", 6))
                .allSatisfy(
                        sequence -> assertThat(add(sequence, gate).verdict()).isNotEqualTo(GateVerdict.PASSED));
    }

    @ParameterizedTest
    @EnumSource(NoData.class)
    void noOutageOfAProviderFails(NoData noData) {
        GatePolicy gate = Gates.gate(1, 0, 2, noData);

        assertThat(sequences("Pe.", 6))
                .allSatisfy(
                        sequence -> assertThat(add(sequence, gate).verdict()).isNotEqualTo(GateVerdict.FAILED));
    }

    @Test
    void theLatestEvidenceIsTold() {
        assertThat(add("eP", Gates.gate(1, 0, 4, NoData.Inconclusive)).message())
                .isEqualTo("PASS");
    }

    private static Tally add(String measurements, GatePolicy gate) {
        Tally tally = Tally.EMPTY;
        for (char c : measurements.toCharArray()) {
            Outcome outcome = switch (c) {
                case 'P' -> Outcome.PASS;
                case 'F' -> Outcome.FAIL;
                case 'e' -> Outcome.ERROR;
                case '.' -> Outcome.PENDING;
                default -> Outcome.UNKNOWN;
            };
            tally = tally.add(new Measurement(outcome, outcome.name()), gate);
        }
        return tally;
    }

    private static List<String> sequences(String alphabet, int longest) {
        List<String> all = new ArrayList<>(List.of(""));
        for (int from = 0, length = 1; length <= longest; length++) {
            int to = all.size();
            for (String shorter : List.copyOf(all.subList(from, to))) {
                alphabet.chars().forEach(c -> all.add(shorter + (char) c));
            }
            from = to;
        }
        return all;
    }
}
