package com.nineminds.temporal.operator.report;

import com.nineminds.temporal.api.v1alpha1.ConditionStatus;
import com.nineminds.temporal.api.v1alpha1.Phase;
import com.nineminds.temporal.operator.decide.Reason;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * The conditions as kstatus, {@code kubectl wait} and pagers read them.
 *
 * <p>{@code Reconciling} and {@code Stalled} are written as {@code False} rather than left out: kstatus reads both alike, but only a
 * condition that is there tells since when it has been so, can be waited for ({@code kubectl wait --for=condition=Stalled=false}),
 * and is seen by health expressions that hang on a missing field.
 */
final class Conditions {
    private final long generation;
    private final List<ConditionStatus> previous;
    private final Instant now;

    Conditions(long generation, List<ConditionStatus> previous, Instant now) {
        this.generation = generation;
        this.previous = List.copyOf(previous);
        this.now = now;
    }

    List<ConditionStatus> of(Summary summary, ConditionStatus available) {
        return Arrays.stream(ConditionType.values())
                .map(type -> switch (type) {
                    case Ready -> told(type, summary.outlook() == Outlook.SETTLED, summary);
                    case Available -> available;
                    case Reconciling -> flag(type, moving(summary.outlook()), summary);
                    case Stalled -> flag(type, summary.outlook() == Outlook.STUCK, summary);
                    case Paused -> flag(type, summary.phase() == Phase.Paused, summary);
                })
                .toList();
    }

    ConditionStatus available(Serving serving) {
        return serving.enough()
                ? condition(
                        ConditionType.Available,
                        true,
                        Reason.Healthy,
                        Reason.Healthy.message(serving.revisions(), serving.available()))
                : condition(
                        ConditionType.Available,
                        false,
                        Reason.ServingUnhealthy,
                        Reason.ServingUnhealthy.message(serving.revisions(), serving.available(), serving.needed()));
    }

    /** Nothing is measured any more: availability is what it was, unknown if it was never told. */
    List<ConditionStatus> terminating(Summary summary) {
        ConditionStatus last = previous.stream()
                .filter(each -> ConditionType.Available.name().equals(each.type()))
                .findFirst()
                .map(each -> condition(ConditionType.Available, each.status(), each.reason(), each.message()))
                .orElseGet(() -> condition(
                        ConditionType.Available, "Unknown", summary.reason().name(), summary.message()));
        return of(summary, last);
    }

    private static boolean moving(Outlook outlook) {
        return outlook == Outlook.MOVING || outlook == Outlook.PAUSED;
    }

    private ConditionStatus told(ConditionType type, boolean status, Summary summary) {
        return condition(type, status, summary.reason(), summary.message());
    }

    /** What is not so needs no explanation: {@code Ready} has it. */
    private ConditionStatus flag(ConditionType type, boolean status, Summary summary) {
        return condition(type, status, summary.reason(), status ? summary.message() : "");
    }

    private ConditionStatus condition(ConditionType type, boolean status, Reason reason, String message) {
        return condition(type, status ? "True" : "False", reason.name(), message);
    }

    private ConditionStatus condition(ConditionType type, String status, String reason, String message) {
        String since = previous.stream()
                .filter(each -> type.name().equals(each.type()) && status.equals(each.status()))
                .map(ConditionStatus::lastTransitionTime)
                .filter(Objects::nonNull)
                .findFirst()
                .orElseGet(() -> Wording.time(now));
        return new ConditionStatus(type.name(), status, generation, since, reason, message);
    }
}
