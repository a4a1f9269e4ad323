package com.nineminds.temporal.operator.gate;

import com.nineminds.temporal.api.v1alpha1.GateType;
import com.nineminds.temporal.api.v1alpha1.NoData;
import com.nineminds.temporal.operator.decide.GatePolicy;
import java.time.Duration;

/** Poller gates that differ in what a test is about. */
final class Gates {
    private Gates() {}

    static GatePolicy gate(int count, int failureLimit, int errorLimit, NoData noData) {
        return gate("pollers", Duration.ofMillis(10), count, failureLimit, errorLimit, noData);
    }

    static GatePolicy every(Duration interval) {
        return gate("pollers", interval, 1, 0, 4, NoData.Inconclusive);
    }

    static GatePolicy named(String name) {
        return gate(name, Duration.ofMillis(10), 1, 0, 4, NoData.Inconclusive);
    }

    private static GatePolicy gate(
            String name, Duration interval, int count, int failureLimit, int errorLimit, NoData noData) {
        return new GatePolicy(
                name,
                GateType.Pollers,
                interval,
                Duration.ofSeconds(60),
                count,
                failureLimit,
                errorLimit,
                noData,
                false);
    }
}
